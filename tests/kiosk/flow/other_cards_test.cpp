// Cards while somebody is choosing (D54), the evacuation, the night.
#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

TEST(OtherCards, are_recorded_with_sound_and_banner_on_every_page_and_the_visit_goes_on_D54) {
  const std::vector<std::vector<std::string>> ways{
      {"no_card"},   {"no_card", "choice:1"},  {"no_card", "choice:1", "choice:2"},
      {"going_out"}, {"going_out", "no_card"}, {"languages"}};
  for (const auto& way : ways) {
    FamilyDoor door("2026-01-12T08:30:00");
    for (const auto& button : way) door.press(button);
    const Screen before = door.screen();
    door.hold(card(7));
    EXPECT_EQ(door.screen(), before) << "not before the disk has it";
    door.answer();
    EXPECT_EQ(door.sounds(), std::vector{SoundName::in});
    Screen after = door.screen();
    EXPECT_EQ(after.newcomer, (ResultFor{"Gita R", "Robins", ""}));
    after.newcomer.reset();
    EXPECT_EQ(after, before);
    EXPECT_EQ(door.arrivals(), 1U);
    door.wait(kResultStays);
    EXPECT_FALSE(door.screen().newcomer);
  }
}

TEST(OtherCards, that_are_sent_to_the_office_or_not_recorded_hear_so_without_a_name) {
  FamilyDoor door;
  door.press("no_card");
  door.card_of(99);
  EXPECT_TRUE(door.screen().newcomer_to_office);
  EXPECT_FALSE(door.screen().newcomer);
  EXPECT_EQ(door.sounds(), std::vector{SoundName::office});
  door.wait(kResultStays);
  door.hold(card(7));
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  EXPECT_TRUE(door.screen().newcomer_to_office);
  door.hold(card(8));
  door.pass(kAnswerBy);
  door.send(Tick{});
  EXPECT_EQ(door.kind(), ScreenKind::pick_class) << "no adult loses a half-made request";
  EXPECT_TRUE(door.screen().newcomer_to_office);
}

TEST(OtherCards, take_the_screen_from_a_result_and_from_idle_D54) {
  FamilyDoor door("2026-01-12T08:30:00");
  door.look_up("Owls", "March");
  door.choose("Dev P");
  door.card_of(7);
  EXPECT_EQ(door.screen().child->shown_name, "Gita R");
  EXPECT_FALSE(door.screen().newcomer);
  EXPECT_FALSE(door.screen().can_go_back);
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(OtherCards, of_a_never_shown_child_have_a_banner_without_a_name_D53) {
  FamilyDoor door;
  door.press("no_card");
  door.card_of(5);
  EXPECT_EQ(door.screen().newcomer, ResultFor{});
}

TEST(Evacuation, says_leave_and_nothing_else_and_records_on) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  door.send(Evacuation{true});
  Screen alone;
  alone.kind = ScreenKind::evacuate;
  EXPECT_EQ(door.screen(), alone);
  door.card_of(7);
  EXPECT_EQ(door.screen(), alone);
  EXPECT_EQ(door.arrivals(), 1U);
  door.press("no_card");
  EXPECT_EQ(door.screen(), alone);
  door.send(Evacuation{false});
  door.wait(kResultStays);
  door.wait(kChoiceStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(NightHours, a_card_or_a_touch_wakes_the_screen) {
  FamilyDoor door("2026-01-12T06:30:00");
  door.send(Night{true});
  EXPECT_EQ(door.kind(), ScreenKind::night);
  door.press("no_card");
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "the first touch does nothing else";
  door.press("no_card");
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::night);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::on_time);
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::night);
  door.send(Night{false});
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

}  // namespace
}  // namespace handbell::kiosk
