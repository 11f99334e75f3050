#include "app/register/lateness.h"

#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Window kReception = example_window("Reception/1/2", "AM");
const Window kNursery = example_window("Nursery", "AM");

TEST(Lateness, nine_exactly_is_U) {
  EXPECT_EQ(lateness(example_time("09:00:00"), kReception), Lateness::after_close);
}

TEST(Lateness, the_last_millisecond_before_nine_is_L) {
  EXPECT_EQ(lateness(example_time("08:59:59.999"), kReception), Lateness::before_close);
}

TEST(Lateness, the_arrive_by_minute_is_on_time_to_its_last_millisecond_D02) {
  EXPECT_EQ(lateness(example_time("08:35:59.999"), kReception), Lateness::on_time);
  EXPECT_EQ(lateness(example_time("08:36:00"), kReception), Lateness::before_close);
}

TEST(Lateness, nursery_has_until_0845_D15) {
  EXPECT_EQ(lateness(example_time("08:45:59"), kNursery), Lateness::on_time);
  EXPECT_EQ(lateness(example_time("08:46:00"), kNursery), Lateness::before_close);
  EXPECT_EQ(lateness(example_time("09:00:00"), kNursery), Lateness::after_close);
}

TEST(Lateness, minutes_are_those_that_the_clock_displays) {
  EXPECT_EQ(minutes_late(example_time("08:41:00"), kReception), 6);
  EXPECT_EQ(minutes_late(example_time("08:41:59.999"), kReception), 6);
  EXPECT_EQ(minutes_late(example_time("08:59:00"), kReception), 24);
  EXPECT_EQ(minutes_late(example_time("08:30:00"), kReception), 0);
}

}  // namespace
}  // namespace handbell::reg
