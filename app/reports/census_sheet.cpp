#include "app/reports/census_sheet.h"

#include "app/reports/counted_pupils.h"
#include "app/reports/sheet_parts.h"

#include <fmt/format.h>

namespace handbell::reports {

namespace {

DateRange span_of(const reg::CensusPeriod& first, const reg::CensusPeriod& last) {
  const auto days = DateRange::from_days(first.from, last.to);
  return days ? *days : DateRange::of_day(first.from);
}

SheetRow census_row(const reg::CensusPeriod& period, const GroupLine& line) {
  const auto& count = line.count;
  return {fmt::format("{}, {} to {}", period.name, period.from.text(), period.to.text()),
          {count_cell(line.pupils()), count_cell(count.possible()), count_cell(count.authorised()),
           count_cell(count.unauthorised())}};
}

}  // namespace

std::vector<reg::YearLine> census_lines(const ReportSource& source, SchoolDay today) {
  std::vector<reg::YearLine> lines;
  for (const auto& pupil : source.school().pupils) {
    const auto years = source.years_of(pupil.id);
    for (const auto& line : years.lines()) {
      if (!reg::is_nursery(group_then(pupil, line.school_year(), today))) lines.push_back(line);
    }
  }
  return lines;
}

ReportSheet census_sheet(const ReportSource& source, const std::vector<reg::CensusPeriod>& periods,
                         SchoolDay today) {
  ReportSheet sheet{"crosscheck",
                    "Cross-check with the school census",
                    span_of(periods.front(), periods.back()),
                    "Reception and Key Stage 1.",
                    "",
                    "",
                    {{"spans",
                      "By span of the census",
                      "Span",
                      {"Pupils", "Possible", "Authorised", "Unauthorised"},
                      {}}}};
  const PupilFigures figures = source.figures();
  AttendanceCount all;
  for (const auto& period : periods) {
    const auto pupils = counted_pupils(source.school(), figures, {span_of(period, period), today});
    const GroupLine line = line_of_all(pupils, period.name);
    sheet.tables.front().rows.push_back(census_row(period, line));
    all += line.count;
  }
  sheet.pending = std::to_string(all.pending());
  sheet.unresolved = std::to_string(all.of(reg::code_of("N")));
  return sheet;
}

}  // namespace handbell::reports
