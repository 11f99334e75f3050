#include "app/register/school_days.h"

#include "dates.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

/// Three weeks and a half before half term, then one week of a single day.
Calendar calendar(std::vector<Period> more = {}) {
  more.push_back(period(PeriodKind::term, "2026-01-05", "2026-01-28"));
  more.push_back(period(PeriodKind::term, "2026-02-09", "2026-02-09"));
  return *Calendar::from_periods(std::move(more));
}

TEST(SchoolDays, holidays_weekends_and_closures_are_none) {
  const auto days =
      SchoolDays::of(calendar({period(PeriodKind::unplanned, "2026-01-14", "2026-01-14")}));
  EXPECT_TRUE(days.meets(day("2026-01-13")));
  EXPECT_FALSE(days.meets(day("2026-01-14")));
  EXPECT_FALSE(days.meets(day("2026-01-17")));
  EXPECT_FALSE(days.meets(day("2026-02-02")));
  EXPECT_EQ(days.days().size(), 18U);
}

TEST(SchoolDays, the_fifth_one_behind_a_day_steps_over_the_holiday) {
  const auto days = SchoolDays::of(calendar());
  EXPECT_EQ(days.nth_after(day("2026-01-16"), 5), day("2026-01-23"));
  EXPECT_EQ(days.nth_after(day("2026-01-27"), 2), day("2026-02-09"));
  EXPECT_EQ(days.nth_after(day("2026-01-18"), 1), day("2026-01-19"));
}

TEST(SchoolDays, behind_the_end_of_the_calendar_nothing_is_known) {
  const auto days = SchoolDays::of(calendar());
  EXPECT_FALSE(days.nth_after(day("2026-01-27"), 3));
  EXPECT_FALSE(SchoolDays::of(Calendar()).nth_after(day("2026-01-27"), 1));
  EXPECT_FALSE(SchoolDays::of(Calendar()).week_until(day("2026-01-27")));
}

TEST(SchoolDays, are_counted_behind_one_day_up_to_another) {
  const auto days = SchoolDays::of(calendar());
  EXPECT_EQ(days.count_after(day("2026-01-27"), day("2026-02-09")), 2);
  EXPECT_EQ(days.count_after(day("2026-01-27"), day("2026-01-27")), 0);
  EXPECT_EQ(days.count_after(day("2026-02-09"), day("2026-01-27")), 0);
}

TEST(SchoolDays, a_week_of_one_day_is_a_school_week_and_half_term_is_none_D34) {
  const auto days = SchoolDays::of(calendar());
  EXPECT_EQ(days.week_of(day("2026-01-05")), 0);
  EXPECT_EQ(days.week_of(day("2026-01-11")), 0);  // its Sunday
  EXPECT_EQ(days.week_of(day("2026-01-28")), 3);
  EXPECT_FALSE(days.week_of(day("2026-02-04")));
  EXPECT_EQ(days.week_until(day("2026-02-04")), 3);
  EXPECT_EQ(days.week_of(day("2026-02-12")), 4);
  EXPECT_FALSE(days.week_of(day("2026-02-16")));
  EXPECT_FALSE(days.week_of(day("2026-01-04")));
}

TEST(SchoolDays, a_week_of_snow_is_no_school_week) {
  const auto days =
      SchoolDays::of(calendar({period(PeriodKind::unplanned, "2026-01-12", "2026-01-16")}));
  EXPECT_FALSE(days.week_of(day("2026-01-13")));
  EXPECT_EQ(days.week_of(day("2026-01-19")), 1);
}

TEST(SchoolDays, a_class_that_stays_at_home_has_its_own) {
  auto closed = period(PeriodKind::closure, "2026-01-12", "2026-01-12");
  closed.groups = {"Owls"};
  const auto closing = calendar({closed});
  EXPECT_FALSE(SchoolDays::of(closing, "R", "Owls").meets(day("2026-01-12")));
  EXPECT_TRUE(SchoolDays::of(closing, "R", "Bees").meets(day("2026-01-12")));
  EXPECT_TRUE(SchoolDays::of(closing).meets(day("2026-01-12")));
}

TEST(SchoolDays, a_term_may_end_on_the_last_day_that_there_is) {
  const auto end = *Calendar::from_periods({period(PeriodKind::term, "2199-12-30", "2199-12-31")});
  EXPECT_EQ(SchoolDays::of(end).days().size(), 2U);
}

}  // namespace
}  // namespace handbell::reg
