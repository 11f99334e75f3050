#include "app/register/presence.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

using enum GroupKind;
using enum Direction;

TEST(Presence, an_ordinary_day_goes_from_out_by_the_door_into_class_and_home_D29_D47) {
  PresenceDay day;
  day.tap(kAmira, "08:31");
  day.register_sent("Owls", "08:45", {kAmira});
  day.moved(group(movement(home_time, out, "15:15"), {kAmira}, {kAmira}));
  EXPECT_EQ(day.where(kAmira, "08:30:59"), "out");
  EXPECT_EQ(day.where(kAmira, "08:31"), "at the door");
  EXPECT_EQ(day.where(kAmira, "08:45"), "on site");
  EXPECT_EQ(day.where(kAmira, "15:14:59"), "on site");
  EXPECT_EQ(day.where(kAmira, "15:15"), "out");
  EXPECT_TRUE(day.presence().put_out_by_close(at("18:00")).empty());
}

TEST(Presence, a_day_begins_with_everyone_out_and_knows_nothing_of_another) {
  PresenceDay day;
  day.came(kAmira, "19:30");
  const Presence presence = day.presence();
  EXPECT_EQ(presence.where(kAmira, at("19:30")).place, Place::on_site);
  EXPECT_EQ(presence.where(kAmira, at("19:30") + hours(24)), Whereabouts{});
  const Presence next(day.facts(), *SchoolDay::parse("2026-01-13"), *TimeOfDay::parse("18:00"));
  EXPECT_EQ(next.where(kAmira, at("09:00") + hours(24)), Whereabouts{});
}

TEST(Presence, a_child_who_came_after_the_close_is_in_whatever_the_figures_say_D29) {
  PresenceDay day;
  Arrived late;
  late.pupil = kBen;
  late.at.wall = at("09:20");
  late.outcome = Outcome::late_after_close;
  late.proposal = code_of("U");
  day.at_door(late);
  EXPECT_EQ(day.roll_call("09:21"), "Ducks out: Dev Ella\nOwls in: Ben(door) out: Amira Cara\n");
}

TEST(Presence, a_card_that_is_nobodys_moves_nobody_D12) {
  PresenceDay day;
  day.at_door(RefusedCard{CardHash{9}, {}, 7});
  EXPECT_TRUE(day.presence().everybody(at("09:00")).empty());
}

TEST(Presence, a_second_tap_neither_moves_a_child_nor_begins_the_wait_again_D07_D19) {
  PresenceDay day;
  day.tap(kAmira, "08:31");
  day.tap(kAmira, "08:40", "side");
  EXPECT_EQ(day.presence().where(kAmira, at("08:41")).since, at("08:31"));
  day.register_sent("Owls", "08:45", {kAmira});
  day.tap(kAmira, "10:30");
  EXPECT_EQ(day.where(kAmira, "10:31"), "on site");
  EXPECT_EQ(day.presence().where(kAmira, at("10:31")).since, at("08:45"));
}

TEST(Presence, not_me_leaves_a_child_where_he_was_D26) {
  PresenceDay day;
  day.not_me(day.tap(kAmira, "08:31"), "08:31:05");
  EXPECT_EQ(day.where(kAmira, "08:31:02"), "out");
  day.came(kBen, "08:35");
  day.not_me(day.goes(kBen, "11:00"), "11:00:04");
  EXPECT_EQ(day.where(kBen, "11:05"), "on site");
}

TEST(Presence, the_office_takes_back_its_own_error_and_the_doors) {
  PresenceDay day;
  day.take_back(day.tap(kAmira, "08:31"), "08:50");
  day.came(kBen, "08:35");
  day.take_back(day.left(kBen, "10:00"), "10:05");
  EXPECT_EQ(day.where(kAmira, "09:00"), "out");
  EXPECT_EQ(day.where(kBen, "10:01"), "on site");
}

TEST(Presence, out_to_the_dentist_is_expected_back_and_at_the_door_again_until_seen_D18) {
  PresenceDay day;
  day.came(kCara, "08:32");
  day.goes(kCara, "10:05", "appointment");
  EXPECT_EQ(day.where(kCara, "10:10"), "out, back expected");
  day.comes_back(kCara, "11:20");
  EXPECT_EQ(day.where(kCara, "11:20"), "at the door");
  day.came(kCara, "11:24");
  EXPECT_EQ(day.where(kCara, "11:24"), "on site");
}

TEST(Presence, sent_home_ill_is_out_with_who_collected_and_why_D18_D49) {
  PresenceDay day;
  day.came(kCara, "08:32");
  day.left(kCara, "11:00", "sent home ill");
  day.handed_over(kCara, "Mr Bell, grandfather", "11:04");
  day.goes(kCara, "11:06", "appointment");  // the card once more on the way: says nothing new
  const Whereabouts where = day.presence().where(kCara, at("11:10"));
  EXPECT_EQ(where.place, Place::out);
  EXPECT_EQ(where.since, at("11:00"));
  EXPECT_EQ(where.with, "Mr Bell, grandfather");
  EXPECT_EQ(where.reason, "sent home ill");
}

TEST(Presence, a_class_that_sees_a_child_outweighs_a_card_that_left) {
  PresenceDay day;
  day.came(kBen, "08:35");
  day.goes(kBen, "12:00");
  day.register_sent("Owls", "12:58", {kBen});
  EXPECT_EQ(day.where(kBen, "12:30"), "out");
  EXPECT_EQ(day.where(kBen, "13:00"), "on site");
}

TEST(Presence, twins_with_swapped_cards_are_found_by_the_class_register) {
  PresenceDay day;  // only Ben came, with Amira's card
  const EventRef wrong = day.tap(kAmira, "08:40");
  day.register_sent("Owls", "08:45", {kBen}, {kAmira});
  EXPECT_EQ(day.where(kBen, "08:46"), "on site");
  EXPECT_EQ(day.where(kAmira, "08:46"), "at the door");
  EXPECT_EQ(names(missing_from_class(day.presence(), at("08:46"))), "Amira(door)");
  EXPECT_TRUE(at_the_door(day.presence(), at("08:46")).front().red);
  day.take_back(wrong, "08:52");
  EXPECT_EQ(day.roll_call("08:53"), "Ducks out: Dev Ella\nOwls in: Ben out: Amira Cara\n");
}

TEST(Presence, twins_who_go_with_swapped_cards_are_put_right_by_the_next_register) {
  PresenceDay day;  // Ben goes to the dentist with Amira's card
  day.register_sent("Owls", "08:45", {kAmira, kBen});
  day.goes(kAmira, "11:00", "appointment");
  day.register_sent("Owls", "12:58", {kAmira}, {kBen});
  EXPECT_EQ(day.where(kAmira, "13:00"), "on site");
  EXPECT_EQ(day.where(kBen, "13:00"), "on site");  // until he is found, the fire list names him
  EXPECT_EQ(names(missing_from_class(day.presence(), at("13:00"))), "Ben");
}

TEST(Presence, the_earliest_of_two_kiosks_counts_whichever_is_heard_first_D28) {
  PresenceDay day;
  day.tap(kAmira, "08:50", "front");
  day.tap(kAmira, "08:31", "side");
  EXPECT_EQ(day.presence().where(kAmira, at("09:00")).since, at("08:31"));
  EXPECT_EQ(day.presence().where(kAmira, at("09:00")).evidence.journal, "side");
}

TEST(Presence, an_arrival_at_an_unknown_time_is_at_the_door_until_the_clock_is_known_D17) {
  PresenceDay day;
  Arrived untimed;
  untimed.pupil = kDev;
  untimed.at = {Instant{60'000}, Steady{10'000}, 5, false, false};
  day.at_door(untimed);
  EXPECT_EQ(day.where(kDev, "08:40"), "at the door");
  EXPECT_TRUE(at_the_door(day.presence(), at("08:40")).front().red);
  day.at_door(ClockKnown{5, Steady{70'000}, at("08:36")});
  EXPECT_EQ(day.where(kDev, "08:34"), "out");
  EXPECT_EQ(day.presence().where(kDev, at("08:40")).since, at("08:35"));
}

TEST(Presence, a_going_at_an_unknown_time_puts_nobody_off_the_fire_list_D17) {
  PresenceDay day;
  const DoorMoment unknown{Instant{60'000}, Steady{10'000}, 5, false, false};
  Arrived untimed;
  untimed.pupil = kDev;
  untimed.at = unknown;
  day.at_door(untimed);
  day.came(kElla, "08:40");
  for (const PupilId child : {kDev, kElla}) day.at_door(Passed{child, unknown, true, ""});
  EXPECT_EQ(day.where(kDev, "12:00"), "at the door");
  EXPECT_EQ(day.where(kElla, "12:00"), "on site");
}

TEST(Presence, a_card_at_the_door_takes_nobody_off_a_trip_but_one_who_comes_is_counted) {
  PresenceDay day;
  day.moved(group(movement(trip, out, "09:30"), {kAmira}, {kAmira}));
  day.goes(kAmira, "10:00");
  EXPECT_EQ(day.where(kAmira, "10:01"), "elsewhere with Miss Lund");
  day.tap(kAmira, "10:30");
  EXPECT_EQ(day.where(kAmira, "10:31"), "at the door");
}

TEST(Presence, the_close_puts_everyone_out_and_says_whom_D29) {
  PresenceDay day;
  day.came(kAmira, "08:32");
  day.tap(kBen, "09:40");
  day.moved(group(movement(trip, out, "09:45"), {kCara}, {kCara}));
  day.left(kDev, "11:00", "", "12:30");
  day.came(kElla, "08:40");
  day.handed_over(kElla, "Mrs Novak", "18:00");
  const Presence presence = day.presence();
  EXPECT_TRUE(presence.put_out_by_close(at("17:59:59")).empty());
  const auto closed = presence.put_out_by_close(at("18:00"));
  EXPECT_EQ(names(closed), "Amira Ben(door) Cara");
  EXPECT_EQ(closed.back().where.with, "Miss Lund");
  EXPECT_EQ(day.roll_call("18:00"), "Ducks out: Dev Ella\nOwls out: Amira Ben Cara\n");
  EXPECT_TRUE(presence.where(kAmira, at("18:00")).closed);
  EXPECT_FALSE(presence.where(kDev, at("18:00")).closed);
  EXPECT_FALSE(presence.where(kElla, at("18:00")).closed);
}

TEST(Presence, a_trip_that_returns_after_the_close_is_in_again_until_it_is_handed_over) {
  PresenceDay day;
  day.moved(group(movement(trip, out, "09:30"), {kCara}, {kCara}));
  day.moved(group(movement(trip, in, "18:40"), {kCara}, {kCara}));
  day.handed_over(kCara, "Mrs Holm", "18:55");
  EXPECT_EQ(names(day.presence().put_out_by_close(at("19:00"))), "Cara");
  EXPECT_EQ(day.where(kCara, "18:41"), "on site");
  EXPECT_EQ(day.where(kCara, "18:55"), "out");
  EXPECT_EQ(day.presence().where(kCara, at("19:00")).since, at("18:55"));
}

TEST(Presence, collected_two_minutes_after_the_close_names_the_time_of_collection) {
  PresenceDay day;
  day.came(kAmira, "08:32");
  day.handed_over(kAmira, "Mrs Khan", "18:02");
  const Whereabouts where = day.presence().where(kAmira, at("18:03"));
  EXPECT_EQ(where.since, at("18:02"));
  EXPECT_FALSE(where.closed);
}

TEST(Presence, seen_and_gone_in_the_same_minute_is_gone) {
  PresenceDay day;
  day.moved(group(movement(nursery_session, out, "11:45"), {kDev}, {kDev}));
  day.register_sent("Ducks", "11:45", {kDev});
  EXPECT_EQ(day.where(kDev, "11:45"), "out");
}

}  // namespace
}  // namespace handbell::reg
