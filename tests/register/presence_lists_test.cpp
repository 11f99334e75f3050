#include "app/register/presence_lists.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

using enum GroupKind;
using enum Direction;

TEST(PresenceLists, a_tap_never_seen_in_class_comes_back_in_red_after_ten_minutes_D10) {
  PresenceDay day;
  day.tap(kAmira, "10:00");
  const auto before = at_the_door(day.presence(), at("10:09:59"));
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before.front().since, at("10:00"));
  EXPECT_EQ(before.front().waiting, minutes(9) + seconds(59));
  EXPECT_FALSE(before.front().red);
  EXPECT_TRUE(at_the_door(day.presence(), at("10:10")).front().red);
  day.came(kAmira, "10:12");
  EXPECT_TRUE(at_the_door(day.presence(), at("10:13")).empty());
}

TEST(PresenceLists, those_who_wait_longest_stand_first_an_unknown_time_before_all_D17) {
  PresenceDay day;
  day.tap(kAmira, "10:05");
  day.tap(kBen, "10:00");
  Arrived untimed;
  untimed.pupil = kCara;
  untimed.at.trusted = false;
  day.at_door(untimed);
  std::vector<PupilId> order;
  for (const AtTheDoor& line : at_the_door(day.presence(), at("10:06"))) {
    order.push_back(line.pupil);
  }
  EXPECT_EQ(order, (Children{kCara, kBen, kAmira}));
}

TEST(PresenceLists, who_is_out_and_when_expected_and_who_is_overdue) {
  PresenceDay day;
  day.came(kAmira, "08:30");
  day.goes(kAmira, "09:50", "appointment");
  day.left(kBen, "10:00", "dentist", "11:30");
  day.left(kCara, "10:00", "orthodontist", "11:00");
  day.left(kDev, "10:00", "sent home ill");
  const auto due = due_back(day.presence(), at("11:00:01"));
  ASSERT_EQ(due.size(), 3U);
  EXPECT_EQ(due[0].child.pupil, kCara);
  EXPECT_TRUE(due[0].overdue);
  EXPECT_EQ(due[1].child.pupil, kBen);
  EXPECT_FALSE(due[1].overdue);
  EXPECT_EQ(due[2].child.pupil, kAmira);
  EXPECT_FALSE(due[2].overdue);
  EXPECT_FALSE(due_back(day.presence(), at("11:00"))[0].overdue);
  EXPECT_TRUE(due_back(day.presence(), at("18:00")).empty());
}

TEST(PresenceLists, a_child_whom_the_trip_left_behind_at_school_is_named_until_seen_D47) {
  PresenceDay day;
  day.register_sent("Owls", "08:45", {kAmira, kCara}, {kBen});
  day.moved(group(movement(trip, out, "09:30"), {kAmira, kBen, kCara}, {kAmira}));
  const auto lines = not_ticked(day.presence(), at("09:31"));
  ASSERT_EQ(lines.size(), 1U);  // Ben never came: nobody left him behind
  EXPECT_EQ(lines[0].child.pupil, kCara);
  EXPECT_TRUE(lines[0].left_behind);
  EXPECT_EQ(lines[0].child.where.not_ticked->group, "trip");
  EXPECT_EQ(day.where(kCara, "09:31"), "on site");
  day.came(kCara, "09:40");
  EXPECT_TRUE(not_ticked(day.presence(), at("09:41")).empty());
}

TEST(PresenceLists, a_child_whom_the_trip_did_not_bring_back_is_still_there_D47) {
  PresenceDay day;
  auto leaves = movement(trip, out, "09:30");
  leaves.back_by = at("14:30");
  day.moved(group(leaves, {kAmira, kBen}, {kAmira, kBen}));
  EXPECT_EQ(due_back(day.presence(), at("14:00")).size(), 2U);
  day.moved(group(movement(trip, in, "14:25"), {kAmira, kBen}, {kAmira}));
  EXPECT_EQ(day.where(kAmira, "14:26"), "on site");
  EXPECT_EQ(day.where(kBen, "14:26"), "elsewhere with Miss Lund");
  const auto lines = not_ticked(day.presence(), at("14:26"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].child.pupil, kBen);
  EXPECT_TRUE(lines[0].left_behind);
  const auto due = due_back(day.presence(), at("14:31"));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_TRUE(due[0].overdue);
}

TEST(PresenceLists, a_late_taxi_names_whom_it_did_not_bring_until_they_come_D47) {
  PresenceDay day;
  day.tap(kBen, "08:35");  // his father brought him
  day.moved(group(movement(transport, in, "09:05"), {kAmira, kBen, kCara}, {kAmira}));
  EXPECT_EQ(day.where(kAmira, "09:05"), "on site");
  const auto lines = not_ticked(day.presence(), at("09:06"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].child.pupil, kCara);
  EXPECT_FALSE(lines[0].left_behind);
  EXPECT_EQ(day.where(kCara, "09:06"), "out");
  day.tap(kCara, "09:20");
  EXPECT_TRUE(not_ticked(day.presence(), at("09:21")).empty());
}

TEST(PresenceLists, whoever_is_not_fetched_at_home_time_is_named_until_he_is_D47) {
  PresenceDay day;
  day.register_sent("Owls", "12:58", {kAmira, kBen, kCara});
  day.moved(group(movement(home_time, out, "15:15"), {kAmira, kBen}, {kAmira}));
  day.moved(group(movement(after_school_club, in, "15:20"), {kCara}, {kCara}));
  EXPECT_EQ(not_ticked(day.presence(), at("15:30")).size(), 1U);
  EXPECT_EQ(day.presence().where(kCara, at("15:30")).with, "after-school club");
  day.handed_over(kBen, "Mrs Ross", "15:40");
  EXPECT_TRUE(not_ticked(day.presence(), at("15:41")).empty());
}

TEST(PresenceLists, a_child_believed_in_whom_the_class_did_not_see_is_missing_until_found) {
  PresenceDay day;
  day.moved(group(movement(breakfast_club, in, "07:50"), {kAmira}, {kAmira}));
  day.register_sent("Owls", "08:45", {kBen}, {kAmira, kCara});
  day.register_sent("Owls", "08:49", {kBen}, {kAmira, kCara});
  EXPECT_EQ(day.where(kAmira, "08:46"), "on site");
  EXPECT_EQ(names(missing_from_class(day.presence(), at("08:46"))), "Amira");
  EXPECT_EQ(day.presence().where(kAmira, at("08:50")).missing_since, at("08:45"));
  day.came(kAmira, "08:51");
  EXPECT_TRUE(missing_from_class(day.presence(), at("08:51")).empty());
}

}  // namespace
}  // namespace handbell::reg
