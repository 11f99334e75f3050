#include "app/register/door_times.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

DoorMoment untrusted(Steady steady, std::uint64_t boot) {
  return {Instant{60'000}, steady, boot, false, false};
}

TEST(DoorTimes, a_trusted_clock_is_believed_and_another_waits_until_it_is_known_D17) {
  const DoorTimes none({});
  EXPECT_EQ(none.time_of({"A", 1}, {at("08:31"), {}, 5, true, false}), at("08:31"));
  EXPECT_EQ(none.time_of({"A", 1}, untrusted(Steady{10'000}, 5)), std::nullopt);
}

TEST(DoorTimes, the_earliest_known_clock_of_the_same_journal_and_boot_decides_D17_D28) {
  const SeenEvent early{{"A", 2}, ClockKnown{5, Steady{70'000}, at("08:36")}};
  const SeenEvent later{{"A", 9}, ClockKnown{5, Steady{130'000}, at("09:00")}};
  for (const auto& events : {std::vector{early, later}, std::vector{later, early}}) {
    const DoorTimes times(events);
    EXPECT_EQ(times.time_of({"A", 1}, untrusted(Steady{10'000}, 5)), at("08:35"));
    EXPECT_EQ(times.time_of({"A", 1}, untrusted(Steady{10'000}, 6)), std::nullopt);
    EXPECT_EQ(times.time_of({"B", 1}, untrusted(Steady{10'000}, 5)), std::nullopt);
  }
}

TEST(DoorTimes, not_me_takes_back_an_event_of_its_own_journal_alone_D26) {
  const DoorTimes times({{{"A", 3}, Withdrawn{2, {}}}});
  EXPECT_FALSE(times.stands({"A", 2}));
  EXPECT_TRUE(times.stands({"B", 2}));
  EXPECT_TRUE(times.stands({"A", 3}));
}

}  // namespace
}  // namespace handbell::reg
