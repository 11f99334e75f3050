#include "app/reports/attendance_trend.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

DateRange between(std::string_view from, std::string_view to) {
  return *DateRange::from_days(day(from), day(to));
}

TEST(AttendanceTrend, pools_the_sessions_of_each_month_and_leaves_a_gap_where_there_is_none_D33) {
  auto marks = whole_days("2025-09-01", "2025-10-24", "/");
  marks.push_back("2025-11-03 AM I");
  marks.push_back("2025-11-03 PM \\");
  const auto points =
      trend(years_with(marks), between("2025-09-01", "2025-12-05"), TrendStep::month);
  ASSERT_EQ(points.size(), 4U);
  EXPECT_EQ(name_of(points[0], TrendStep::month), "September");
  EXPECT_EQ(points[0].days, between("2025-09-01", "2025-09-30"));
  EXPECT_EQ(points[0].count.attendance().text(), "100.0");
  EXPECT_EQ(points[2].count.attendance().text(), "50.0");
  EXPECT_EQ(points[3].days, between("2025-12-01", "2025-12-05"));
  EXPECT_EQ(points[3].count.possible(), 0);
  EXPECT_EQ(points[3].count.attendance().text(), "–");
}

TEST(AttendanceTrend, a_week_goes_from_monday_to_sunday_across_the_years_of_the_register) {
  const auto marks = whole_days("2025-07-14", "2025-09-12", "/");
  const auto points =
      trend(years_with(marks), between("2025-07-16", "2025-09-09"), TrendStep::week);
  ASSERT_EQ(points.size(), 9U);
  EXPECT_EQ(points.front().days, between("2025-07-16", "2025-07-20"));
  EXPECT_EQ(name_of(points.front(), TrendStep::week), "14 July");
  EXPECT_EQ(points.front().count.possible(), 6);
  EXPECT_EQ(points[7].days, between("2025-09-01", "2025-09-07"));
  EXPECT_EQ(points[7].count.possible(), 6) << "the first two days are for staff alone";
  EXPECT_EQ(points.back().days, between("2025-09-08", "2025-09-09"));
}

TEST(AttendanceTrend, the_year_before_ends_where_this_one_begins) {
  EXPECT_EQ(last_school_year(day("2026-01-12")), between("2024-09-01", "2025-08-31"));
  EXPECT_EQ(last_school_year(day("2025-09-01")), between("2024-09-01", "2025-08-31"));
  const auto marks = whole_days("2025-07-14", "2025-09-12", "/");
  EXPECT_EQ(count_within(years_with(marks), last_school_year(day("2026-01-12"))).possible(), 14);
}

}  // namespace
}  // namespace handbell::reports
