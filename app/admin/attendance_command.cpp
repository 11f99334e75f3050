// report attendance: for the office, with Nursery in lines of its own.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/attendance_report.h"
#include "app/reports/report_source.h"

#include <algorithm>
#include <array>

namespace handbell::admin {

namespace {

using reports::Grouping;

struct GroupingWord {
  std::string_view word;
  Grouping grouping;
  const char* column;
};

constexpr std::array<GroupingWord, 5> kGroupings{{
    {"pupil", Grouping::pupil, "name"},
    {"class", Grouping::class_name, "class"},
    {"year", Grouping::year_group, "year_group"},
    {"group", Grouping::free_group, "group"},
    {"school", Grouping::school, "school"},
}};

Row heading(const reports::ReportLine& line, const reg::School& school) {
  const auto* pupil = line.pupil ? school.pupil(*line.pupil) : nullptr;
  return pupil == nullptr ? Row(1, line.name) : who(*pupil);
}

void add_part(Table& table, const reports::ReportPart& part, const reg::School& school,
              const char* name) {
  for (const auto& line : part.lines) {
    table.rows.push_back(joined(joined(heading(line, school), figures(line.count)), {name}));
  }
}

}  // namespace

Result<Table> attendance_report(const Site& site, const ReportOptions& options) {
  const auto range = range_of(options);
  if (!range) return fail(range.error());
  const auto* by = std::find_if(kGroupings.begin(), kGroupings.end(),
                                [&](const auto& row) { return row.word == options.by; });
  if (by == kGroupings.end()) return fail(FaultCode::usage, options.by);
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read(*opened->file, *range, *range);
  if (!source) return fail(source.error());
  const auto report =
      reports::attendance_report(source->school(), source->figures(), *range, by->grouping);
  const Columns first = by->grouping == Grouping::pupil ? who_columns() : Columns{by->column};
  Table table{joined(joined(first, figure_columns()), {"part"}), {}};
  add_part(table, report.school, source->school(), "school");
  add_part(table, report.nursery, source->school(), "nursery");
  return table;
}

}  // namespace handbell::admin
