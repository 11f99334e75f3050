// report unresolved: every N that stands, and until when its reason is due.
//
// An N stays in the register until a person amends it: one that the door would turn into U is
// listed with what is proposed.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/n_deadline.h"
#include "app/reports/report_source.h"

#include <algorithm>

namespace handbell::admin {

namespace {

struct Unresolved {
  const reg::PupilRecord* pupil;
  reports::StandingN standing;
};

Row row_of(const Unresolved& line, const reports::ReportSource& source) {
  const auto& [session, last_day, state] = line.standing;
  return joined(
      who(*line.pupil),
      {session.day.text(), cell(text_of(session.half)), cell(last_day), cell(text_of(state)),
       cell(source.proposed(line.pupil->id, session)), sentence(line.standing)});
}

}  // namespace

Result<Table> unresolved_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_back(*opened->file, *day);
  if (!source) return fail(source.error());
  std::vector<Unresolved> lines;
  for (const auto* pupil : reports::pupils_by_class(source->school())) {
    const auto entries = source->entries_of(pupil->id);
    for (const auto& standing : reports::standing_ns(entries, source->days(), *day)) {
      lines.push_back({pupil, standing});
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Unresolved& a, const Unresolved& b) {
    return a.standing.session < b.standing.session;
  });
  Table table{
      joined(who_columns(), {"date", "session", "last_day", "state", "proposed", "sentence"}), {}};
  for (const auto& line : lines) table.rows.push_back(row_of(line, *source));
  return table;
}

}  // namespace handbell::admin
