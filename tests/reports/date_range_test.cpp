#include "app/reports/date_range.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

reg::Calendar three_terms() {
  using enum reg::PeriodKind;
  return *reg::Calendar::from_periods(
      {{on("2026-04-13"), on("2026-07-21"), term, "Summer term", {}},
       {on("2025-09-01"), on("2025-12-19"), term, "Autumn term", {}},
       {on("2025-10-27"), on("2025-10-31"), holiday, "Half term", {}},
       {on("2026-01-05"), on("2026-03-27"), term, "Spring term", {}},
       {on("2026-09-02"), on("2026-12-18"), term, "Autumn term", {}}});
}

TEST(DateRange, a_week_is_Monday_to_Friday_also_asked_for_at_its_weekend_D33) {
  for (const char* day : {"2026-01-12", "2026-01-14", "2026-01-16", "2026-01-17", "2026-01-18"}) {
    EXPECT_EQ(DateRange::week_of(on(day)).text(), "2026-01-12 to 2026-01-16") << day;
  }
}

TEST(DateRange, the_year_to_date_begins_on_1_September_D43) {
  EXPECT_EQ(DateRange::year_to_date(on("2026-08-31")).from(), on("2025-09-01"));
  EXPECT_EQ(DateRange::year_to_date(on("2026-09-01")).from(), on("2026-09-01"));
}

TEST(DateRange, rolling_counts_its_last_day) {
  EXPECT_EQ(DateRange::rolling(on("2026-01-14"), 7).from(), on("2026-01-08"));
  EXPECT_EQ(DateRange::rolling(on("2026-01-14"), 1), DateRange::of_day(on("2026-01-14")));
}

TEST(DateRange, ends_with_the_days_that_there_are) {
  EXPECT_EQ(DateRange::week_of(on("2199-12-31")).to(), on("2199-12-31"));
  EXPECT_EQ(DateRange::rolling(on("1900-01-03"), 30).from(), on("1900-01-01"));
  EXPECT_EQ(DateRange::year_to_date(on("1900-01-03")).from(), on("1900-01-01"));
}

TEST(DateRange, that_runs_backwards_is_refused) {
  const auto range = DateRange::from_days(on("2026-01-13"), on("2026-01-12"));
  ASSERT_FALSE(range);
  EXPECT_EQ(range.error().code, FaultCode::period_backwards);
}

TEST(DateRange, is_cut_to_what_lies_from_a_day_on) {
  const auto week = DateRange::week_of(on("2026-01-12"));
  EXPECT_EQ(week.not_before(on("2025-09-01")), week);
  EXPECT_EQ(week.not_before(on("2026-01-16")), DateRange::of_day(on("2026-01-16")));
  EXPECT_FALSE(week.not_before(on("2026-01-17")));
}

TEST(Term, those_of_a_school_year_are_the_calendars_in_order) {
  const auto terms = terms_of(three_terms(), 2025);
  ASSERT_EQ(terms.size(), 3U);
  EXPECT_EQ(terms[0].name, "Autumn term");
  EXPECT_EQ(terms[0].dates.text(), "2025-09-01 to 2025-12-19");
  EXPECT_EQ(terms[2].name, "Summer term");
}

TEST(Term, in_the_holidays_it_is_the_one_that_ended_last) {
  EXPECT_EQ(term_at(three_terms(), on("2025-12-25"))->name, "Autumn term");
  EXPECT_EQ(term_at(three_terms(), on("2026-01-05"))->name, "Spring term");
  EXPECT_FALSE(term_at(three_terms(), on("2025-08-31")));
  EXPECT_EQ(term_so_far(three_terms(), on("2025-10-06"))->text(), "2025-09-01 to 2025-10-06");
  EXPECT_EQ(term_so_far(three_terms(), on("2025-12-25"))->text(), "2025-09-01 to 2025-12-19");
  EXPECT_FALSE(term_so_far(three_terms(), on("2025-08-31")));
}

}  // namespace
}  // namespace handbell::reports
