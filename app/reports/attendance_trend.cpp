#include "app/reports/attendance_trend.h"

#include "app/base/check.h"
#include "app/register/school_days.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace handbell::reports {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string_view month_of(SchoolDay day) {
  return kMonths.at(static_cast<std::size_t>(day.month() - 1));
}

DateRange days_between(SchoolDay from, SchoolDay to) {
  const auto range = DateRange::from_days(from, to);
  check(range.has_value());
  return *range;
}

SchoolDay last_of_month(SchoolDay day) {
  constexpr int kIntoTheNext = 31;
  const SchoolDay next = day.plus(1 - day.day()).plus(kIntoTheNext);
  return next.plus(-next.day());
}

SchoolDay last_of_step(SchoolDay day, TrendStep step) {
  return step == TrendStep::month ? last_of_month(day) : reg::monday_of(day).plus(6);
}

}  // namespace

AttendanceCount count_within(const PupilYears& years, const DateRange& days) {
  AttendanceCount count;
  const int first = reg::school_year_of(days.from());
  const int last = reg::school_year_of(days.to());
  for (const auto& line : years.lines()) {
    const bool touched = first <= line.school_year() && line.school_year() <= last;
    if (touched) count += count_line(line, days);
  }
  return count;
}

std::vector<TrendPoint> trend(const PupilYears& years, const DateRange& range, TrendStep step) {
  std::vector<TrendPoint> points;
  SchoolDay from = range.from();
  while (from <= range.to()) {
    const SchoolDay to = std::min(last_of_step(from, step), range.to());
    const DateRange days = days_between(from, to);
    points.push_back({days, count_within(years, days)});
    from = to.plus(1);
  }
  return points;
}

std::string name_of(const TrendPoint& point, TrendStep step) {
  if (step == TrendStep::month) return std::string(month_of(point.days.from()));
  const SchoolDay monday = reg::monday_of(point.days.from());
  return std::to_string(monday.day()) + " " + std::string(month_of(monday));
}

DateRange last_school_year(SchoolDay today) {
  constexpr int kFirstOfAll = 1900;
  const int year = std::max(reg::school_year_of(today) - 1, kFirstOfAll);
  return days_between(reg::first_day_of(year), reg::last_day_of(year));
}

}  // namespace handbell::reports
