#include "app/reports/call_list.h"

#include "app/base/school_time.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

Instant at(const char* time) { return from_local(day("2026-06-15"), *TimeOfDay::parse(time)); }

CallFacts child(int id, const char* class_name = "Owls") {
  CallFacts facts;
  facts.pupil = PupilId(id);
  facts.class_name = class_name;
  facts.expected = true;
  return facts;
}

CallFacts tapped(CallFacts facts, const char* time) {
  facts.at_the_door = true;
  facts.tapped = at(time);
  return facts;
}

CallFacts marked(CallFacts facts, const char* code) {
  facts.mark = reg::code_of(code);
  return facts;
}

std::vector<CallLine> list(std::vector<CallFacts> pupils, const char* now = "09:00") {
  return call_list({std::move(pupils), {"Owls", "Bees"}, at("09:00"), at(now)});
}

std::vector<std::string> sentences(const std::vector<CallLine>& lines) {
  std::vector<std::string> all;
  for (const CallLine& line : lines) all.push_back(sentence(line));
  return all;
}

TEST(CallList, is_made_at_nine_and_not_before_D45) {
  EXPECT_TRUE(list({child(1)}, "08:59:59.999").empty());
  EXPECT_EQ(list({child(1)}, "09:00:00").size(), 1U);
}

TEST(CallList, rings_for_a_child_without_mark_arrival_or_reason_and_for_an_N) {
  EXPECT_EQ(sentences(list({child(1), marked(child(2), "N")})),
            (std::vector<std::string>{"No mark, no arrival, no reason: ring all contacts.",
                                      "No mark, no arrival, no reason: ring all contacts."}));
}

TEST(CallList, leaves_out_who_is_in_who_has_a_reason_and_who_is_not_expected) {
  CallFacts told = marked(child(1), "N");
  told.reason_entered = true;
  CallFacts nursery = child(2);
  nursery.expected = false;
  EXPECT_TRUE(list({told, nursery}).empty());
  for (const char* code : {"/", "L", "V", "I", "M", "X", "Y1", "G"}) {
    EXPECT_TRUE(list({marked(child(1), code)}).empty()) << code;
  }
  EXPECT_TRUE(list({marked(child(1), "U")}).empty());  // a person saw the child come
}

TEST(CallList, a_class_that_has_not_sent_its_register_is_one_line_and_no_child_of_it_D23) {
  const auto lines = list({child(1), child(2, "Foxes"), child(3, "Foxes"), child(4, "Foxes")});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].kind, CallKind::ring_class);
  EXPECT_FALSE(lines[0].pupil);
  EXPECT_EQ(sentence(lines[0]), "Ring Foxes: the register has not been sent.");
  EXPECT_EQ(lines[1].pupil, PupilId(1));
}

TEST(CallList, a_class_of_which_nobody_is_expected_is_not_rung) {
  CallFacts away = child(1, "Foxes");
  away.expected = false;
  EXPECT_TRUE(list({away}).empty());
}

TEST(CallList, N_is_offered_where_a_class_has_answered_and_no_mark_stands_D23) {
  const auto lines = list({child(1), marked(child(2), "N"), child(3, "Foxes")});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_FALSE(lines[0].n_offered);  // Foxes have not answered
  EXPECT_TRUE(lines[1].n_offered);
  EXPECT_FALSE(lines[2].n_offered);
}

TEST(CallList, an_arrival_moves_the_child_to_the_door_at_once_D10) {
  const auto lines = list({tapped(marked(child(1), "N"), "10:00")}, "10:00");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].kind, CallKind::at_the_door);
  EXPECT_EQ(sentence(lines[0]), "At the door since 10:00, not yet seen in class.");
}

TEST(CallList, comes_back_in_red_after_ten_minutes_unless_somebody_saw_the_child_D10) {
  const CallFacts late = tapped(marked(child(1), "N"), "10:00");
  EXPECT_EQ(list({late}, "10:09:59.999").at(0).kind, CallKind::at_the_door);
  EXPECT_EQ(list({late}, "10:10").at(0).kind, CallKind::unseen);
  CallFacts seen = late;
  seen.seen = true;
  EXPECT_TRUE(list({seen}, "10:10").empty());
}

TEST(CallList, a_U_that_rests_on_a_tap_has_not_been_seen_by_anybody_D29) {
  EXPECT_EQ(list({tapped(marked(child(1), "U"), "09:05")}, "09:20").at(0).kind, CallKind::unseen);
}

TEST(CallList, a_message_does_not_hide_a_child_who_tapped_and_never_came_to_class) {
  CallFacts told = tapped(child(1), "08:50");
  told.reason_entered = true;
  EXPECT_EQ(list({told}).at(0).kind, CallKind::unseen);
}

TEST(CallList, a_child_whom_the_class_did_not_see_after_the_tap_is_looked_for_at_once_D10) {
  CallFacts missed = tapped(marked(child(1), "N"), "08:58");
  EXPECT_EQ(list({missed}).front().kind, CallKind::at_the_door);
  missed.missed = true;
  EXPECT_EQ(list({missed}).front().kind, CallKind::unseen);
}

TEST(CallList, an_arrival_at_an_unknown_time_is_looked_for_at_once_D17) {
  CallFacts untimed = child(1);
  untimed.at_the_door = true;
  const auto lines = list({untimed});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(sentence(lines[0]),
            "At the door at a time that is not known yet and seen in class by nobody: look for "
            "the child.");
}

TEST(CallList, stands_in_the_order_classes_red_to_ring_at_the_door) {
  const auto lines = list({tapped(child(1), "09:11"), child(2), child(3, "Foxes"),
                           tapped(child(4), "08:40"), child(5, "Bees")},
                          "09:12");
  std::vector<std::string> kinds;
  for (const CallLine& line : lines) kinds.emplace_back(text_of(line.kind));
  EXPECT_EQ(kinds, (std::vector<std::string>{"ring_class", "unseen", "ring_family", "ring_family",
                                             "at_the_door"}));
  EXPECT_EQ(lines[2].class_name, "Bees");
}

TEST(CallList, names_the_day_of_the_absence_from_the_second_on) {
  CallFacts second = child(1);
  second.absence_day = 2;
  EXPECT_EQ(sentence(list({second}).at(0)),
            "No mark, no arrival, no reason, day 2: ring all contacts.");
}

}  // namespace
}  // namespace handbell::reports
