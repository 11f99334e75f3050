// report reconcile: teacher and kiosk side by side, where a person has to decide.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/register/settlement.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

bool waits(const reg::RegisterLine& line) {
  return line.state == reg::LineState::pending || line.state == reg::LineState::conflict;
}

Row row_of(const reg::School& school, const reg::PupilRecord& pupil,
           const reg::RegisterLine& line) {
  const auto& [arrival, state, mark] = line;
  const auto& judgement = arrival.judgement;
  const auto suggested = suggestion_for(line, school);
  const auto teacher = mark ? std::optional(mark->what.code) : std::nullopt;
  return joined(
      who(pupil),
      {cell(text_of(arrival.session.half)), cell(text_of(state)), cell(teacher),
       mark ? cell(mark->what.by.text()) : nlohmann::json(), time_cell(arrival.first_contact),
       cell(judgement.minutes_late), cell(judgement.proposal),
       fmt::format("{}", fmt::join(judgement.decisions, " ")), arrival.sentence, arrival.note,
       suggested ? cell(suggested->sentence) : nlohmann::json()});
}

}  // namespace

Result<Table> reconcile_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  Table table{
      joined(who_columns(), {"session", "state", "teacher", "teacher_by", "kiosk", "minutes_late",
                             "suggestion", "decisions", "sentence", "note", "why"}),
      {}};
  for (const Half half : {Half::am, Half::pm}) {
    const auto lines = reg::lines_of(*opened->file, {*day, half});
    if (!lines) return fail(lines.error());
    for (const auto& line : *lines) {
      const auto* pupil = school->pupil(line.arrival.pupil);
      if (waits(line) && pupil != nullptr) table.rows.push_back(row_of(*school, *pupil, line));
    }
  }
  return table;
}

}  // namespace handbell::admin
