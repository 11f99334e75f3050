#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

/// Early enough that no register closes within ten minutes.
constexpr const char* kEarly = "2026-01-12T08:41:00";

TEST(Reasons, are_asked_after_a_late_result_and_never_shown_again_D24) {
  FamilyDoor door(kEarly);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_TRUE(door.screen().can_finish);
  door.press("done");
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  EXPECT_TRUE(door.screen().can_skip);
  EXPECT_FALSE(door.screen().child);
  door.choose("Traffic");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  const auto given = door.all<reg::ReasonGiven>();
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(given[0].of, std::vector<std::uint64_t>{1});
  EXPECT_EQ(given[0].reason, "traffic");
}

TEST(Reasons, may_be_passed_over_and_go_by_themselves_D24) {
  FamilyDoor door(kEarly);
  door.card_of(4);
  door.wait(kResultStays);
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason) << "also without a touch";
  door.wait(kChoiceStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  FamilyDoor skipped(kEarly);
  skipped.card_of(4);
  skipped.press("done");
  skipped.press("skip");
  EXPECT_EQ(skipped.kind(), ScreenKind::idle);
  EXPECT_TRUE(skipped.all<reg::ReasonGiven>().empty());
  EXPECT_EQ(skipped.arrivals(), 1U) << "the time is the fact";
}

TEST(Reasons, are_asked_of_nobody_who_is_on_time_or_without_a_list) {
  FamilyDoor on_time("2026-01-12T08:30:00");
  on_time.card_of(4);
  on_time.wait(kResultStays);
  EXPECT_EQ(on_time.kind(), ScreenKind::idle);
  FamilyDoor silent(kEarly);
  auto book = families();
  book->reasons = {};
  silent.state.book = book;
  silent.card_of(4);
  silent.wait(kResultStays);
  EXPECT_EQ(silent.kind(), ScreenKind::idle);
}

TEST(Reasons, are_asked_of_nobody_who_comes_from_an_appointment_that_is_known) {
  FamilyDoor door(kEarly);
  auto known = families();
  reg::add_appointments(
      *known,
      {{PupilId(4), {*SchoolDay::parse("2026-01-12"), std::nullopt, *TimeOfDay::parse("08:40")}}});
  door.state.book = known;
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::late) << "the time is the fact, the screen is any child's";
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  FamilyDoor long_after("2026-01-12T08:59:00");
  auto early = families();
  reg::add_appointments(
      *early,
      {{PupilId(4), {*SchoolDay::parse("2026-01-12"), std::nullopt, *TimeOfDay::parse("08:20")}}});
  long_after.state.book = early;
  long_after.card_of(4);
  long_after.press("done");
  EXPECT_EQ(long_after.kind(), ScreenKind::pick_reason);
}

TEST(Reasons, are_asked_of_whoever_is_looked_up_with_an_appointment_or_without_D25) {
  for (const bool appointment : {false, true}) {
    FamilyDoor door(kEarly);
    auto known = families();
    const auto back = *TimeOfDay::parse("08:40");
    if (appointment) {
      reg::add_appointments(*known,
                            {{PupilId(4), {*SchoolDay::parse("2026-01-12"), std::nullopt, back}}});
    }
    door.state.book = known;
    door.look_up("Owls", "March");
    door.choose("Dev P");
    EXPECT_EQ(door.kind(), ScreenKind::late);
    door.wait(kResultStays);
    EXPECT_EQ(door.kind(), ScreenKind::pick_reason)
        << "a stranger at the screen would learn by what is not asked";
  }
}

TEST(Reasons, are_said_once_for_all_who_came_together_D14) {
  FamilyDoor door(kEarly);
  for (const int child : {1, 2}) door.card_of(child);
  door.press("all_here");
  door.press("done");
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.choose("Overslept");
  const auto given = door.all<reg::ReasonGiven>();
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(given[0].of, (std::vector<std::uint64_t>{1, 2, 3}));
}

TEST(Reasons, once_said_they_are_also_of_the_sibling_who_comes_a_minute_later_D14) {
  FamilyDoor door(kEarly);
  door.card_of(7);
  door.press("done");
  door.choose("Traffic");
  door.wait(minutes(1));
  door.card_of(8);
  const auto given = door.all<reg::ReasonGiven>();
  ASSERT_EQ(given.size(), 2U);
  EXPECT_EQ(given[1].of, std::vector<std::uint64_t>{3});
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "not asked again";
}

TEST(Reasons, a_question_that_nobody_touched_yields_to_the_next_card) {
  FamilyDoor door(kEarly);
  door.card_of(4);
  door.wait(kResultStays);
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.card_of(9);
  EXPECT_EQ(door.kind(), ScreenKind::on_time);
  EXPECT_FALSE(door.screen().newcomer);
}

TEST(Reasons, in_the_last_ten_minutes_taps_come_first) {
  FamilyDoor early(kEarly);
  FamilyDoor last("2026-01-12T08:52:00");
  for (FamilyDoor* door : {&early, &last}) {
    door->card_of(4);
    door->press("done");
    ASSERT_EQ(door->kind(), ScreenKind::pick_reason);
    door->card_of(9);
  }
  EXPECT_EQ(early.kind(), ScreenKind::pick_reason) << "an adult stands there";
  EXPECT_EQ(early.screen().newcomer->shown_name, "Iris N");
  EXPECT_EQ(last.kind(), ScreenKind::late);
}

TEST(Reasons, of_a_family_that_taps_on_are_asked_after_its_last_card) {
  FamilyDoor door("2026-01-12T08:52:00");
  door.card_of(7);
  door.wait(kResultStays);
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.card_of(8);
  EXPECT_EQ(door.kind(), ScreenKind::late);
  door.wait(kResultStays);
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.choose("Traffic");
  EXPECT_EQ(door.all<reg::ReasonGiven>().at(0).of.size(), 2U);
}

TEST(Reasons, the_way_back_leads_to_the_result) {
  FamilyDoor door(kEarly);
  door.card_of(4);
  door.press("done");
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_TRUE(door.sounds().empty());
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(Reasons, a_stranger_who_sends_the_question_away_reads_no_name) {
  FamilyDoor door;
  door.card_of(4);
  door.wait(kResultStays);
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason) << "by itself";
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.card_of(7);
  door.press("done");
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason) << "by an adult's touch";
  door.press("back");
  EXPECT_EQ(door.screen().child->shown_name, "Gita R") << "who may take it back";
}

}  // namespace
}  // namespace handbell::kiosk
