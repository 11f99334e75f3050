// report calls: the morning's call list, from nine o'clock on.
//
// Whoever stands on it stands on the office's page too (call_facts.h).
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/call_facts.h"

namespace handbell::admin {

namespace {

Row row_of(const reports::CallLine& line, const reg::School& school) {
  const auto* pupil = line.pupil ? school.pupil(*line.pupil) : nullptr;
  Row about{nlohmann::json(), nlohmann::json(), line.class_name};
  if (pupil != nullptr) about = who(*pupil);
  return joined(joined({cell(text_of(line.kind))}, about),
                {time_cell(line.tapped), line.absence_day, line.n_offered, sentence(line)});
}

}  // namespace

Result<Table> call_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  const auto now = moment_of(site, options, *day);
  if (!now) return fail(now.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::read_for_calls(*opened->file, *day);
  if (!source) return fail(source.error());
  const auto morning = reports::read_call_day(*opened->file, *day, *now);
  if (!morning) return fail(morning.error());
  Table table{
      joined(joined({"kind"}, who_columns()), {"since", "absence_day", "n_offered", "sentence"}),
      {}};
  for (const auto& line : reports::call_list(reports::call_question(*source, *morning))) {
    table.rows.push_back(row_of(line, source->school()));
  }
  return table;
}

}  // namespace handbell::admin
