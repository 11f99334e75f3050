#include "app/register/session_times.h"

#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const SchoolDay kFrom = *SchoolDay::parse("2025-09-01");
const SchoolDay kDay = *SchoolDay::parse("2026-01-12");

TEST(SessionTimes, the_policy_gives_mornings_alone) {
  const auto times = policy_times(kFrom);
  EXPECT_EQ(times.window(YearGroup::reception, {kDay, Half::am}),
            example_window("Reception/1/2", "AM"));
  EXPECT_EQ(times.window(YearGroup::n1, {kDay, Half::am}), example_window("Nursery", "AM"));
  EXPECT_EQ(times.window(YearGroup::reception, {kDay, Half::pm}), std::nullopt);
  EXPECT_EQ(times.window(YearGroup::reception, {kFrom.plus(-1), Half::am}), std::nullopt);
}

TEST(SessionTimes, a_later_date_of_effect_replaces_from_its_day_on) {
  auto times = policy_times(kFrom);
  const Window later{example_time("08:40"), example_time("08:45"), example_time("09:05")};
  ASSERT_TRUE(times.add({kDay, YearGroup::year_1, Half::am, later}));
  EXPECT_EQ(times.window(YearGroup::year_1, {kDay, Half::am}), later);
  EXPECT_NE(times.window(YearGroup::year_1, {kDay.plus(-1), Half::am}), later);
}

TEST(SessionTimes, a_register_open_for_31_minutes_is_refused_and_30_are_not_D08) {
  SessionTimes times;
  const Window thirty{example_time("08:30"), example_time("08:35"), example_time("09:00")};
  EXPECT_TRUE(times.add({kFrom, YearGroup::reception, Half::am, thirty}));
  const Window more{example_time("08:29"), example_time("08:35"), example_time("09:00")};
  const auto refused = times.add({kFrom, YearGroup::reception, Half::am, more});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FaultCode::window_too_long);
}

TEST(SessionTimes, unequal_windows_warn_and_are_taken_D08) {
  EXPECT_EQ(policy_times(kFrom).warnings(kDay).size(), 1U);
}

TEST(SessionTimes, noon_begins_the_afternoon) {
  EXPECT_EQ(half_of(example_time("11:59:59")), Half::am);
  EXPECT_EQ(half_of(example_time("12:00:00")), Half::pm);
}

}  // namespace
}  // namespace handbell::reg
