// report week and report term: what goes to the newsletter and the governors.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/attendance_report.h"
#include "app/reports/report_source.h"

namespace handbell::admin {

namespace {

using reports::Grouping;

Columns columns() {
  return joined(joined({"by", "name", "from", "to", "pupils"}, figure_columns()), {"withheld"});
}

Row row_of(const char* by, const reports::ReportLine& line, const reports::DateRange& range) {
  Row row{by, line.name, range.from().text(), range.to().text()};
  if (!line.withheld) {
    return joined(joined(joined(std::move(row), {line.pupils}), figures(line.count)), {false});
  }
  row.resize(columns().size() - 1);  // without figures: null
  row.emplace_back(true);
  return row;
}

/// The groups' lines; of the school its total.
void add_lines(Table& table, const reports::ReportSource& source, const reports::DateRange& range,
               std::pair<const char*, Grouping> by) {
  const auto report = reports::published(
      reports::attendance_report(source.school(), source.figures(), range, by.second));
  if (by.second == Grouping::school) {
    table.rows.push_back(row_of(by.first, report.school.total, range));
    return;
  }
  for (const auto& line : report.school.lines) table.rows.push_back(row_of(by.first, line, range));
}

}  // namespace

Result<Table> week_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto week = reports::DateRange::week_of(*day);
  const auto source = reports::ReportSource::read(*opened->file, week, week);
  if (!source) return fail(source.error());
  Table table{columns(), {}};
  add_lines(table, *source, week, {"class", Grouping::class_name});
  add_lines(table, *source, week, {"school", Grouping::school});
  return table;
}

Result<Table> term_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  Table table{columns(), {}};
  const auto range = reports::term_so_far(school->calendar, *day);
  if (!range) return table;
  const auto source = reports::ReportSource::read(*opened->file, *range, *range);
  if (!source) return fail(source.error());
  add_lines(table, *source, *range, {"school", Grouping::school});
  add_lines(table, *source, *range, {"year", Grouping::year_group});
  add_lines(table, *source, *range, {"class", Grouping::class_name});
  add_lines(table, *source, *range, {"group", Grouping::free_group});
  return table;
}

}  // namespace handbell::admin
