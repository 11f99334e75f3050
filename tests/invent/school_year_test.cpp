#include "app/invent/school_year.h"

#include "app/invent/invented_school.h"

#include <gtest/gtest.h>

namespace handbell::invent {
namespace {

SchoolDay on(const std::string& text) { return *SchoolDay::parse(text); }

TEST(SchoolYear, finds_easter_where_the_almanac_has_it) {
  EXPECT_EQ(easter(2008), on("2008-03-23"));
  EXPECT_EQ(easter(2011), on("2011-04-24"));
  EXPECT_EQ(easter(2026), on("2026-04-05"));
  EXPECT_EQ(easter(2027), on("2027-03-28"));
  EXPECT_EQ(easter(2038), on("2038-04-25"));
}

TEST(SchoolYear, is_open_on_the_days_around_the_changes_of_the_clocks) {
  const auto school = invent_school({});
  ASSERT_TRUE(school);
  for (const char* day :
       {"2026-01-12", "2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26", "2027-03-25"}) {
    for (const char* group : {"N1", "N2", "R", "1", "2"}) {
      EXPECT_EQ(school->calendar.state(on(day), group, "Owls"), reg::DayState::open)
          << day << " " << group;
    }
  }
}

TEST(SchoolYear, keeps_the_half_terms_and_bank_holidays_of_both_years) {
  const auto school = invent_school({});
  ASSERT_TRUE(school);
  for (const char* day : {"2025-09-01", "2025-10-29", "2025-11-03", "2026-02-18", "2026-04-03",
                          "2026-05-04", "2026-05-25", "2026-06-01", "2026-12-25", "2026-12-28",
                          "2027-01-01", "2027-02-17", "2027-05-03", "2027-05-31"}) {
    EXPECT_EQ(school->calendar.state(on(day)), reg::DayState::planned_closure) << day;
  }
  for (const char* day : {"2025-12-22", "2026-04-10", "2026-07-22", "2027-04-09"}) {
    EXPECT_EQ(school->calendar.state(on(day)), reg::DayState::outside_term) << day;
  }
  EXPECT_EQ(school->calendar.state(on("2025-09-03"), "N2", "Ducklings"),
            reg::DayState::planned_closure);
  EXPECT_EQ(school->calendar.state(on("2025-09-03"), "R", "Frogs"), reg::DayState::open);
}

TEST(SchoolYear, has_190_days_for_children_and_five_for_staff_alone_in_every_year) {
  for (int y = 2000; y <= 2091; ++y) {
    const SchoolYear year = school_year(y);
    const auto calendar = reg::Calendar::from_periods(year.periods);
    ASSERT_TRUE(calendar) << y << ": " << sentence(calendar.error());
    int open = 0;
    int training = 0;
    for (const auto& row : year.periods) {
      if (row.kind != reg::PeriodKind::training) continue;
      for (SchoolDay day = row.from; day <= row.to; day = day.plus(1)) {
        training += day.is_weekend() ? 0 : 1;
      }
    }
    for (SchoolDay day = year.periods.front().from; day.year() == y || day.month() < 9;
         day = day.plus(1)) {
      open += calendar->state(day) == reg::DayState::open ? 1 : 0;
    }
    EXPECT_EQ(open, 190) << y;
    EXPECT_EQ(training, 5) << y;
    for (const SchoolDay start : year.starts) {
      EXPECT_EQ(calendar->state(start), reg::DayState::open) << start.text();
    }
    EXPECT_EQ(calendar->state(year.autumn_ends), reg::DayState::open) << y;
    EXPECT_EQ(calendar->state(year.october_ends), reg::DayState::open) << y;
  }
}

}  // namespace
}  // namespace handbell::invent
