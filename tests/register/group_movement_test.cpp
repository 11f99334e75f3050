#include "app/register/group_movement.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

using enum GroupKind;
using enum Direction;

TEST(GroupMovement, names_whom_nobody_ticked_and_counts_every_child_once_D47) {
  const auto moved = group(movement(trip, out, "09:30"), {kCara, kAmira, kBen, kAmira}, {kBen});
  EXPECT_EQ(moved.what().list, (Children{kAmira, kBen, kCara}));
  EXPECT_EQ(moved.not_ticked(), (Children{kAmira, kCara}));
}

TEST(GroupMovement, refuses_a_tick_for_a_child_who_is_not_on_the_list) {
  auto draft = movement(lunch, out, "12:05");
  draft.list = {kAmira};
  draft.ticked = {kAmira, kBen};
  const auto refused = GroupMovement::from(draft);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(),
            (Fault{FaultCode::movement_wrong, "1 ticked who are not on the list of lunch"}));
}

TEST(GroupMovement, a_trip_has_an_adult_in_charge_going_and_coming_D47) {
  for (const auto direction : {in, out}) {
    const auto refused = GroupMovement::from(movement(trip, direction, "09:30"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where, "trip is a trip without an adult in charge");
  }
}

TEST(GroupMovement, a_group_has_a_name) {
  auto draft = movement(transport, in, "08:40");
  draft.group = "";
  EXPECT_EQ(GroupMovement::from(draft).error().where, "a transport without a name");
}

TEST(GroupMovement, breakfast_club_only_comes_in_and_home_time_only_goes_out) {
  EXPECT_TRUE(GroupMovement::from(movement(breakfast_club, in, "07:50")));
  EXPECT_FALSE(GroupMovement::from(movement(breakfast_club, out, "08:30")));
  EXPECT_TRUE(GroupMovement::from(movement(home_time, out, "15:15")));
  EXPECT_FALSE(GroupMovement::from(movement(home_time, in, "15:15")));
  EXPECT_FALSE(GroupMovement::from(movement(nursery_session, in, "08:45")));
}

}  // namespace
}  // namespace handbell::reg
