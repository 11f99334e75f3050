// report lateness: L and U of a day's sessions, with what waits for a person.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/base/school_time.h"
#include "app/register/store.h"

namespace handbell::admin {

namespace {

/// One line of the report, or nothing where the child is neither L nor U.
std::optional<Row> late_row(const reg::RegisterLine& line, const reg::School& school) {
  const auto code = reg::late_code(line);
  const auto* pupil = school.pupil(line.arrival.pupil);
  const bool shown = code || line.state == reg::LineState::conflict;
  if (!shown || pupil == nullptr) return std::nullopt;
  const auto& judgement = line.arrival.judgement;
  const auto minutes = judgement.minutes_late ? judgement.minutes_late
                       : line.mark            ? line.mark->what.minutes_late
                                              : std::nullopt;
  return joined(who(*pupil), {cell(text_of(line.arrival.session.half)),
                              local_hh_mm(line.arrival.first_contact), cell(code), cell(minutes),
                              line.mark ? line.mark->what.reason : with_reason(line.arrival),
                              "Front door", cell(text_of(line.state))});
}

}  // namespace

Result<Table> lateness_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  Table table{joined(who_columns(),
                     {"session", "arrived", "code", "minutes_late", "reason", "source", "state"}),
              {}};
  for (const Half half : {Half::am, Half::pm}) {
    const auto lines = reg::lines_of(*opened->file, {*day, half});
    if (!lines) return fail(lines.error());
    for (const auto& line : *lines) {
      if (auto row = late_row(line, *school)) table.rows.push_back(std::move(*row));
    }
  }
  return table;
}

}  // namespace handbell::admin
