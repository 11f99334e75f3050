#include "app/register/clock_trust.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Instant kBuild{1'700'000'000'000};
const Instant kNow{1'768'207'000'000};

TEST(ClockTrust, a_board_that_boots_in_1970_is_not_trusted_D17) {
  EXPECT_FALSE(is_trusted(Instant{5000}, {kBuild, {}, Millis{0}, true}));
}

TEST(ClockTrust, more_than_two_minutes_behind_the_newest_event_is_not_trusted) {
  EXPECT_TRUE(is_trusted(kNow, {kBuild, kNow + seconds(120), Millis{0}, false}));
  EXPECT_FALSE(is_trusted(kNow, {kBuild, kNow + seconds(121), Millis{0}, false}));
}

TEST(ClockTrust, a_minute_from_the_office_is_the_limit_and_beats_the_time_service) {
  EXPECT_TRUE(is_trusted(kNow, {kBuild, {}, seconds(-60), false}));
  EXPECT_FALSE(is_trusted(kNow, {kBuild, {}, seconds(61), true}));
}

TEST(ClockTrust, without_the_office_the_time_service_decides) {
  EXPECT_TRUE(is_trusted(kNow, {kBuild, {}, {}, true}));
  EXPECT_FALSE(is_trusted(kNow, {kBuild, {}, {}, false}));
}

TEST(ClockTrust, the_offices_time_between_question_and_answer_is_no_difference) {
  EXPECT_EQ(ahead_of_office(kNow, kNow + seconds(4), kNow + seconds(9)), Millis{0});
  EXPECT_EQ(ahead_of_office(kNow, kNow, kNow + minutes(3)), Millis{0})
      << "set while it was on its way";
  EXPECT_EQ(ahead_of_office(kNow, kNow + seconds(-70), kNow + seconds(2)), seconds(70));
  EXPECT_EQ(ahead_of_office(kNow, kNow + seconds(90), kNow + seconds(2)), seconds(-88));
  EXPECT_EQ(ahead_of_office(kNow, kNow + seconds(-70), kNow + minutes(-1)), seconds(10))
      << "set back";
}

}  // namespace
}  // namespace handbell::reg
