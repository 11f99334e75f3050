#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

struct StaffDoor : FamilyDoor {
  using FamilyDoor::FamilyDoor;
  void type(const std::string& digits) {
    for (const char digit : digits) choose(std::string(1, digit));
  }
  void sign_in() {
    card_of(kStaffCard);
    touches = 0;
    type("4242");
  }
};

TEST(StaffMode, opens_with_a_card_and_its_pin_in_four_touches_and_one_more) {
  StaffDoor door;
  door.card_of(4);
  door.card_of(kStaffCard);
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin);
  door.press("choice:4");
  EXPECT_EQ(door.screen().digits_typed, 1);
  door.touches = 0;
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.sign_in();
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
  door.choose("Late today");
  EXPECT_EQ(door.touches, 5);
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"});
  EXPECT_EQ(door.kept.size(), 1U) << "a staff card is no arrival and nobody's refused card";
}

TEST(StaffMode, takes_an_arrival_back_with_a_reason) {
  StaffDoor door;
  door.card_of(4);
  door.sign_in();
  door.choose("Late today");
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.choose("Wrong child");
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
  ASSERT_EQ(door.all<reg::Withdrawn>().size(), 1U);
  EXPECT_EQ(door.all<reg::Withdrawn>()[0].seq, 1U);
  const auto why = door.all<reg::ReasonGiven>();
  ASSERT_EQ(why.size(), 1U);
  EXPECT_EQ(why[0].of, std::vector<std::uint64_t>{2});
  EXPECT_EQ(why[0].reason, "wrong_child");
  EXPECT_EQ(why[0].by, card(kStaffCard)) << "whose undo it was";
}

TEST(StaffMode, lists_forty_late_children_a_page_at_a_time_and_takes_the_right_one_back) {
  StaffDoor door;
  auto school = families();
  const auto one = school->pupils[3];
  school->pupils.clear();
  for (int i = 1; i <= 40; ++i) {
    auto pupil = one;
    pupil.id = PupilId(i);
    pupil.shown_name = "Child " + std::to_string(i);
    school->pupils.push_back(pupil);
    school->cards[card(i)] = pupil.id;
  }
  door.send(BookChanged{school});
  for (int i = 1; i <= 40; ++i) door.card_of(i);
  door.sign_in();
  door.choose("Late today");
  for (const std::size_t shown : {12U, 12U, 12U, 4U}) {
    EXPECT_EQ(door.names().size(), shown);
    door.press("more");
  }
  EXPECT_EQ(door.names().front(), "Child 4") << "the newest stand first";
  door.press("back");
  door.choose("Child 11");
  ASSERT_EQ(door.kind(), ScreenKind::pick_reason);
  door.choose("Wrong child");
  ASSERT_EQ(door.all<reg::Withdrawn>().size(), 1U);
  EXPECT_EQ(door.all<reg::Withdrawn>()[0].seq, 11U);
}

TEST(StaffMode, says_what_is_wrong_with_the_machine_only_after_the_pin) {
  StaffDoor door;
  auto settings = all_settings();
  settings->faults = {"The theme cannot be used."};
  door.state.settings = settings;
  door.card_of(kStaffCard);
  EXPECT_TRUE(door.screen().faults.empty());
  door.sign_in();
  EXPECT_EQ(door.screen().faults, settings->faults);
  door.choose("Test the reader");
  EXPECT_EQ(door.screen().faults, settings->faults);
}

TEST(StaffMode, lists_who_is_out_of_the_building_but_nobody_who_is_never_shown_D53) {
  StaffDoor door;
  for (const int child : {4, 5}) {
    door.card_of(child);
    door.send(HandedOver{PupilId(child), ""});
    door.answer();
  }
  door.sign_in();
  door.choose("Out of the building");
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"});
}

TEST(StaffMode, three_wrong_pins_close_it_for_five_minutes) {
  StaffDoor door;
  door.card_of(kStaffCard);
  door.type("111122223333");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  const auto told = door.all<reg::PinRefused>();
  ASSERT_EQ(told.size(), 1U) << "the office hears of it";
  EXPECT_EQ(told[0].card, card(kStaffCard));
  EXPECT_TRUE(told[0].at.trusted);
  door.card_of(kStaffCard);
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  door.wait(kPinLocked);
  door.sign_in();
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
}

TEST(StaffMode, closes_20_s_after_the_last_touch_and_takes_nothing_from_a_family) {
  StaffDoor door;
  door.sign_in();
  door.wait(seconds(15));
  EXPECT_EQ(door.screen().seconds_left, 5);
  door.choose("Test the reader");
  door.card_of(7);
  EXPECT_EQ(door.kind(), ScreenKind::staff_reader);
  EXPECT_EQ(door.screen().newcomer->shown_name, "Gita R");
  EXPECT_EQ(door.arrivals(), 1U);
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.press("no_card");
  door.card_of(kStaffCard);
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
}

TEST(StaffMode, ends_when_the_office_revoked_the_card) {
  StaffDoor door;
  door.sign_in();
  auto without = families();
  without->staff_cards.clear();
  door.send(BookChanged{without});
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(Evacuation, comes_with_the_door_book_goes_with_it_and_stands_at_the_start) {
  FamilyDoor door;
  door.press("no_card");
  auto leave = families();
  leave->evacuation = true;
  door.send(BookChanged{leave});
  EXPECT_EQ(door.kind(), ScreenKind::evacuate);
  door.send(BookChanged{families()});
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.send(Evacuation{true});
  door.send(BookChanged{families()});
  EXPECT_EQ(door.kind(), ScreenKind::evacuate) << "this book says nothing new of it";
  door.state = restored(5, leave, {});
  EXPECT_EQ(door.kind(), ScreenKind::evacuate);
}

TEST(StaffMode, closes_after_three_wrong_pins_however_they_are_spread) {
  StaffDoor door;
  for (int tries = 0; tries < kMostWrongPins; ++tries) {
    door.card_of(kStaffCard);
    ASSERT_EQ(door.kind(), ScreenKind::staff_pin) << tries;
    door.type("1357");
    if (door.kind() == ScreenKind::staff_pin) door.press("back");
  }
  door.card_of(kStaffCard);
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  door.wait(kPinLocked);
  door.sign_in();
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
}

TEST(StaffMode, tests_the_reader_with_the_members_own_card) {
  StaffDoor door;
  door.sign_in();
  door.choose("Test the reader");
  door.hold(card(kStaffCard));
  EXPECT_EQ(door.sounds(), std::vector{SoundName::in});
  EXPECT_EQ(door.kind(), ScreenKind::staff_reader);
  EXPECT_TRUE(door.kept.empty()) << "nobody came";
}

TEST(StaffMode, names_the_newest_late_arrival_first) {
  StaffDoor door;
  door.card_of(4);
  door.card_of(7);
  door.sign_in();
  door.choose("Late today");
  EXPECT_EQ(door.names(), (std::vector<std::string>{"Gita R", "Dev P"}));
}

}  // namespace
}  // namespace handbell::kiosk
