// "Read aloud": a button for whoever cannot read, and what is said without a sound before it.
#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

template <class Wanted>
std::size_t count(const std::vector<Effect>& effects) {
  return static_cast<std::size_t>(
      std::count_if(effects.begin(), effects.end(),
                    [](const Effect& effect) { return std::holds_alternative<Wanted>(effect); }));
}

/// A door that has the button.
struct ReadingDoor : Door {
  explicit ReadingDoor(bool on = true) {
    auto own = all_settings();
    own->read_aloud = on;
    state.settings = own;
    state.book = families();
  }
  std::size_t press(const std::string& button) {
    send(Pressed{button});
    return count<ReadAloud>(effects);
  }
};

TEST(ReadAloud, is_offered_where_an_adult_reads_or_chooses_and_the_school_wants_it) {
  ReadingDoor door;
  EXPECT_TRUE(door.screen().reads_aloud);
  door.press("going_out");
  EXPECT_TRUE(door.screen().reads_aloud);
  EXPECT_FALSE(ReadingDoor(false).screen().reads_aloud);
}

TEST(ReadAloud, is_not_offered_on_a_childs_result_to_staff_at_night_or_in_an_alarm) {
  ReadingDoor door;
  EXPECT_FALSE(door.tap(4).reads_aloud);
  EXPECT_EQ(door.press("read_aloud"), 0U);
  ReadingDoor staff;
  staff.hold(card(kStaffCard));
  EXPECT_EQ(staff.screen().kind, ScreenKind::staff_pin);
  EXPECT_FALSE(staff.screen().reads_aloud);
  ReadingDoor night;
  night.send(Night{true});
  EXPECT_FALSE(night.screen().reads_aloud);
  EXPECT_EQ(night.press("read_aloud"), 0U) << "it wakes the screen, and nothing more";
  ReadingDoor alarm;
  alarm.send(Evacuation{true});
  EXPECT_FALSE(alarm.screen().reads_aloud);
  EXPECT_EQ(alarm.press("read_aloud"), 0U);
}

TEST(ReadAloud, is_offered_to_whoever_is_sent_to_the_office_for_whatever_reason_D06) {
  for (const int unknown : {90, 91}) {
    ReadingDoor door;
    EXPECT_EQ(door.tap(unknown).kind, ScreenKind::see_office);
    EXPECT_TRUE(door.screen().reads_aloud);
    EXPECT_EQ(door.press("read_aloud"), 1U);
    EXPECT_EQ(door.screen().kind, ScreenKind::see_office);
  }
}

TEST(ReadAloud, asks_for_one_reading_and_changes_nothing_else) {
  ReadingDoor door;
  door.press("no_card");
  const Screen before = door.screen();
  EXPECT_EQ(door.press("read_aloud"), 1U);
  EXPECT_EQ(door.effects.size(), 1U);
  EXPECT_EQ(door.screen(), before);
  EXPECT_EQ(ReadingDoor(false).press("read_aloud"), 0U) << "switched off, pressed all the same";
}

TEST(ReadAloud, is_a_touch_and_time_begins_anew) {
  ReadingDoor door;
  door.press("no_card");
  door.pass(kListStays + Millis{-1});
  EXPECT_TRUE(door.screen().seconds_left);
  door.press("read_aloud");
  EXPECT_FALSE(door.screen().seconds_left);
  door.pass(kListStays + Millis{-1});
  EXPECT_EQ(door.screen().kind, ScreenKind::pick_class);
}

TEST(ReadAloud, a_list_stays_as_long_as_it_is_read_and_its_own_time_after_that) {
  ReadingDoor door;
  door.press("no_card");
  for (int s = 0; s < 60; s += 6) {
    door.pass(seconds(6));
    door.send(BeingRead{});
    EXPECT_EQ(door.screen().kind, ScreenKind::pick_class);
    EXPECT_FALSE(door.screen().seconds_left);
  }
  door.pass(kListStays);
  door.send(Tick{});
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  door.send(BeingRead{});
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
}

TEST(SayScreen, one_card_at_a_time_is_said_once_however_often_the_reader_tells) {
  Door door;
  door.send(ManyCards{});
  EXPECT_EQ(count<SayScreen>(door.effects), 1U);
  door.send(ManyCards{});
  EXPECT_EQ(count<SayScreen>(door.effects), 0U);
  door.pass(kOneCardStays);
  door.send(ManyCards{});
  EXPECT_EQ(count<SayScreen>(door.effects), 1U);
}

TEST(Sound, tells_a_card_that_came_while_others_choose_from_their_own) {
  ReadingDoor door;
  door.press("no_card");
  door.hold(card(4));
  door.written();
  ASSERT_EQ(count<Sound>(door.effects), 1U);
  EXPECT_TRUE(std::get<Sound>(door.effects.front()).newcomer);
  door.pass(kListStays);
  door.send(Tick{});
  door.hold(card(10));
  door.written();
  ASSERT_GE(count<Sound>(door.effects), 1U);
  for (const Effect& effect : door.effects) {
    const auto* sound = std::get_if<Sound>(&effect);
    if (sound != nullptr) {
      EXPECT_FALSE(sound->newcomer);
    }
  }
}

TEST(Staff, are_told_what_was_wrong_when_the_kiosk_started) {
  ReadingDoor door;
  auto own = all_settings();
  own->faults = {"A recording cannot be used."};
  door.state.settings = own;
  EXPECT_TRUE(door.screen().faults.empty());
  door.hold(card(kStaffCard));
  for (int i = 0; i < 2; ++i) {
    for (const char* digit : {"choice:3", "choice:1"}) door.send(Pressed{digit});
  }
  EXPECT_EQ(door.screen().faults, own->faults);
}

}  // namespace
}  // namespace handbell::kiosk
