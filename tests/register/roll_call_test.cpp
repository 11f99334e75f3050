#include "app/register/roll_call.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

using enum GroupKind;
using enum Direction;

/// Owls: Amira, Ben, Cara. Ducks, the nursery: Dev, Ella.
PresenceDay school_day() {
  PresenceDay day;
  day.moved(group(movement(breakfast_club, in, "07:45"), {kAmira, kDev}, {kAmira}));
  day.tap(kBen, "08:31");
  day.register_sent("Owls", "08:45", {kAmira, kBen}, {kCara});
  day.register_sent("Ducks", "08:55", {kDev, kElla});
  day.tap(kCara, "09:58");
  day.moved(group(movement(trip, out, "10:15"), {kAmira, kBen}, {kAmira}));
  day.moved(group(movement(nursery_session, out, "11:45"), {kDev, kElla}, {kDev}));
  day.came(kCara, "10:05");
  auto to_lunch = movement(lunch, out, "12:05");
  to_lunch.back_by = at("12:55");
  day.moved(group(to_lunch, {kBen, kCara}, {kCara}));
  day.moved(group(movement(lunch, in, "12:50"), {kBen, kCara}, {kCara}));
  day.moved(group(movement(trip, in, "14:30"), {kAmira, kBen}, {kAmira}));
  day.moved(group(movement(home_time, out, "15:15"), {kBen, kCara}, {kBen, kCara}));
  day.moved(group(movement(after_school_club, in, "15:20"), {kAmira}, {kAmira}));
  return day;
}

TEST(RollCall, a_fire_at_0750_finds_the_breakfast_club_D47) {
  EXPECT_EQ(school_day().roll_call("07:50"),
            "Ducks out: Dev Ella\n"
            "Owls in: Amira out: Ben Cara\n");
}

TEST(RollCall, a_fire_at_1000_finds_the_class_and_the_child_at_the_door_D29_D47) {
  EXPECT_EQ(school_day().roll_call("10:00"),
            "Ducks in: Dev Ella\n"
            "Owls in: Amira Ben Cara(door)\n");
}

TEST(RollCall, a_fire_at_1230_leaves_out_lunch_leavers_and_the_nursery_that_went_home_D47) {
  EXPECT_EQ(school_day().roll_call("12:30"),
            "Ducks in: Ella out: Dev\n"
            "Owls in: Ben elsewhere: Amira out: Cara\n");
  EXPECT_EQ(school_day().where(kCara, "12:30"), "out, back expected");
  EXPECT_EQ(school_day().where(kAmira, "12:30"), "elsewhere with Miss Lund");
}

TEST(RollCall, a_fire_at_1600_finds_the_after_school_club_and_one_whom_nobody_fetched_D47) {
  EXPECT_EQ(school_day().roll_call("16:00"),
            "Ducks in: Ella out: Dev\n"
            "Owls in: Amira out: Ben Cara\n");
}

TEST(RollCall, whoever_is_in_without_a_roll_stands_last_and_leaves_with_no_trace_D29) {
  PresenceDay day;
  day.came(kFinn, "09:10");
  EXPECT_EQ(day.roll_call("09:11"),
            "Ducks out: Dev Ella\nOwls out: Amira Ben Cara\nNo roll in: Finn\n");
  day.left(kFinn, "11:00");
  EXPECT_EQ(day.roll_call("11:00"), "Ducks out: Dev Ella\nOwls out: Amira Ben Cara\n");
}

TEST(RollCall, a_pupil_named_twice_stands_in_one_class) {
  PresenceDay day;
  day.came(kAmira, "08:30");
  const auto sheets = roll_call(day.presence(), {{kAmira, "Owls"}, {kAmira, "Foxes"}}, at("08:31"));
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].class_name, "Owls");
  EXPECT_EQ(sheets[0].in.size(), 1U);
}

}  // namespace
}  // namespace handbell::reg
