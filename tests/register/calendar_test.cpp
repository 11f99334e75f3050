#include "app/register/calendar.h"

#include "dates.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Period kTerm = period(PeriodKind::term, "2026-01-05", "2026-02-13");

TEST(Calendar, school_meets_monday_to_friday_in_a_term) {
  const auto calendar = Calendar::from_periods({kTerm});
  ASSERT_TRUE(calendar);
  EXPECT_EQ(calendar->state(day("2026-01-12")), DayState::open);
  EXPECT_EQ(calendar->state(day("2026-01-10")), DayState::weekend);
  EXPECT_EQ(calendar->state(day("2026-02-16")), DayState::outside_term);
}

TEST(Calendar, a_training_day_closes_school_and_snow_closes_it_otherwise) {
  const auto calendar =
      Calendar::from_periods({kTerm, period(PeriodKind::training, "2026-01-05", "2026-01-05"),
                              period(PeriodKind::unplanned, "2026-01-14", "2026-01-14")});
  ASSERT_TRUE(calendar);
  EXPECT_EQ(calendar->state(day("2026-01-05")), DayState::planned_closure);
  EXPECT_EQ(calendar->state(day("2026-01-14")), DayState::unplanned_closure);
}

TEST(Calendar, a_closure_for_some_groups_closes_for_these_alone) {
  auto closure = period(PeriodKind::closure, "2026-01-12", "2026-01-12");
  closure.groups = {"N1", "Owls"};
  const auto calendar = Calendar::from_periods({kTerm, closure});
  ASSERT_TRUE(calendar);
  EXPECT_EQ(calendar->state(day("2026-01-12"), "N1", "Bees"), DayState::planned_closure);
  EXPECT_EQ(calendar->state(day("2026-01-12"), "R", "Owls"), DayState::planned_closure);
  EXPECT_EQ(calendar->state(day("2026-01-12"), "R", "Bees"), DayState::open);
}

TEST(Calendar, overlapping_terms_backward_periods_and_empty_terms_are_refused_by_name) {
  const auto overlap =
      Calendar::from_periods({kTerm, period(PeriodKind::term, "2026-02-13", "2026-03-27")});
  ASSERT_FALSE(overlap);
  EXPECT_EQ(overlap.error().code, FaultCode::period_overlaps);
  const auto backwards =
      Calendar::from_periods({period(PeriodKind::closure, "2026-01-13", "2026-01-12")});
  ASSERT_FALSE(backwards);
  EXPECT_EQ(backwards.error().code, FaultCode::period_backwards);
  const auto empty = Calendar::from_periods({period(PeriodKind::term, "2026-01-10", "2026-01-11")});
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, FaultCode::term_without_days);
  EXPECT_NE(empty.error().where.find("2026-01-10"), std::string::npos);
}

TEST(Calendar, a_term_may_end_on_the_last_day_that_there_is) {
  EXPECT_TRUE(Calendar::from_periods({period(PeriodKind::term, "2199-12-30", "2199-12-31")}));
  const auto weekend = period(PeriodKind::term, "2199-12-28", "2199-12-29");
  EXPECT_EQ(Calendar::from_periods({weekend}).error().code, FaultCode::term_without_days);
}

}  // namespace
}  // namespace handbell::reg
