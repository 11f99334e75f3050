#include "app/kiosk/flow/look_up.h"

#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

using Choices = std::vector<std::string>;

TEST(LookUp, finds_a_child_without_a_card_in_four_touches_D25) {
  FamilyDoor door;
  ASSERT_TRUE(door.screen().offers_look_up);
  door.press("no_card");
  EXPECT_EQ(door.names(), (Choices{"Foxes", "Owls", "Robins"}));
  door.choose("Owls");
  EXPECT_EQ(door.screen().choices.size(), 12U);
  door.choose("March");
  EXPECT_EQ(door.names(), (Choices{"Amira K", "Dev P"})) << "Ella is never shown";
  door.choose("Dev P");
  EXPECT_EQ(door.touches, 4);
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
  const auto came = door.all<reg::Arrived>();
  ASSERT_EQ(came.size(), 1U);
  EXPECT_EQ(came[0].means, reg::ArrivalMeans::lookup);
  EXPECT_EQ(came[0].proposal, reg::code_of("L"));
}

/// A child in each of so many classes, "Class 10" and on.
std::shared_ptr<reg::DoorBook> school_of(int classes) {
  auto school = families();
  const auto one = school->pupils[3];
  school->pupils.clear();
  for (int i = 0; i < classes; ++i) {
    auto pupil = one;
    pupil.id = PupilId(i + 1);
    pupil.class_name = "Class " + std::to_string(i + 10);
    school->pupils.push_back(pupil);
  }
  return school;
}

TEST(LookUp, shows_twenty_classes_at_once_and_more_of_them_by_a_button) {
  FamilyDoor door;
  door.send(BookChanged{school_of(20)});
  door.press("no_card");
  EXPECT_EQ(door.screen().choices.size(), 20U);
  EXPECT_FALSE(door.screen().can_see_more) << "four touches are enough for them";
  door.press("back");
  door.send(BookChanged{school_of(80)});
  door.press("no_card");
  for (const int first : {10, 30, 50, 70}) {
    EXPECT_EQ(door.names().size(), 20U);
    EXPECT_EQ(door.names().front(), "Class " + std::to_string(first));
    EXPECT_EQ(door.screen().can_see_more, first < 70);
    door.press("more");
  }
  EXPECT_EQ(door.names().back(), "Class 89") << "there are no more";
}

TEST(LookUp, finds_a_child_of_the_sixtieth_class_and_goes_back_page_by_page) {
  FamilyDoor door;
  door.send(BookChanged{school_of(80)});
  door.press("no_card");
  door.press("more");
  door.press("more");
  door.press("languages");
  ASSERT_EQ(door.kind(), ScreenKind::pick_language);
  door.press("back");
  EXPECT_EQ(door.names().front(), "Class 50") << "the language took nobody away";
  door.choose("Class 69");
  ASSERT_EQ(door.kind(), ScreenKind::pick_month);
  door.press("back");
  EXPECT_EQ(door.names().front(), "Class 50");
  door.press("back");
  EXPECT_EQ(door.names().front(), "Class 30");
  door.press("more");
  door.choose("Class 69");
  door.choose("March");
  door.choose("Dev P");
  EXPECT_EQ(door.kind(), ScreenKind::late);
  const auto came = door.all<reg::Arrived>();
  ASSERT_EQ(came.size(), 1U);
  EXPECT_EQ(came[0].pupil, PupilId(60));
}

TEST(LookUp, a_list_that_is_turned_has_its_time_anew_and_ends_at_the_first_page) {
  FamilyDoor door;
  door.send(BookChanged{school_of(80)});
  door.press("no_card");
  door.wait(seconds(15));
  door.press("more");
  door.wait(seconds(15));
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  door.press("back");
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(LookUp, more_languages_than_a_screen_has_room_for_are_on_its_next_page) {
  FamilyDoor door;
  auto settings = all_settings();
  settings->languages.clear();
  for (char code = 'a'; code <= 'n'; ++code) {
    settings->languages.push_back({std::string("x") + code, std::string("Language ") + code});
  }
  door.state.settings = settings;
  door.press("languages");
  EXPECT_EQ(door.names().size(), 12U);
  door.press("more");
  EXPECT_EQ(door.names(), (Choices{"Language m", "Language n"}));
  door.choose("Language n");
  EXPECT_EQ(door.screen().language, "xn");
}

TEST(LookUp, shows_a_tick_only_once_the_disk_has_it) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  door.send(Pressed{"choice:1"});
  EXPECT_EQ(door.kind(), ScreenKind::pick_child);
  door.send(Pressed{"choice:0"});
  EXPECT_TRUE(door.state.queue.empty()) << "one child was chosen";
  door.answer();
  EXPECT_EQ(door.kind(), ScreenKind::late);
}

TEST(LookUp, shows_nobody_who_is_in) {
  FamilyDoor door;
  door.card_of(4);
  door.wait(kResultStays);
  door.wait(kChoiceStays);
  door.look_up("Owls", "March");
  EXPECT_EQ(door.names(), Choices{"Amira K"});
}

TEST(LookUp, shows_six_names_at_most_and_none_that_two_children_have_D25) {
  FamilyDoor door;
  auto more = families();
  for (std::size_t i = 0; i < 9; ++i) more->pupils[i].class_name = "Foxes";
  for (std::size_t i = 0; i < 9; ++i) more->pupils[i].birth_month = 4;
  door.send(BookChanged{more});
  door.look_up("Foxes", "April");
  EXPECT_EQ(door.names().size(), kMostNames);
  EXPECT_TRUE(door.screen().office_has_more);
  FamilyDoor few;
  few.look_up("Foxes", "April");
  EXPECT_EQ(few.names(), (Choices{"Kim B", "Lea B", "Max B", "Ned B", "Oda B", "Pia B"}));
  EXPECT_TRUE(few.screen().office_has_more) << "one of the two Jo B may stand there";
}

TEST(LookUp, says_see_the_office_where_nobody_matches_and_nothing_else) {
  FamilyDoor door;
  door.look_up("Owls", "December");
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  EXPECT_EQ(door.screen(), [] {
    FamilyDoor unknown;
    unknown.card_of(99);
    return unknown.screen();
  }());
  const auto ended = door.all<reg::LookUpEnded>();
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].class_name, "Owls");
  EXPECT_EQ(ended[0].birth_month, 12);
}

TEST(LookUp, three_that_end_nowhere_send_everybody_to_the_office_for_five_minutes_D25) {
  FamilyDoor door;
  for (int i = 0; i < 3; ++i) {
    door.look_up("Owls", "March");
    ASSERT_EQ(door.kind(), ScreenKind::pick_child) << i;
    door.wait(kListStays);
    ASSERT_EQ(door.kind(), ScreenKind::idle);
  }
  door.press("no_card");
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  door.wait(kResultStays);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::late) << "cards work as ever";
  door.wait(kLookUpsClosed);
  door.wait(kChoiceStays);
  door.press("no_card");
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  EXPECT_EQ(door.all<reg::LookUpEnded>().size(), 3U);
}

TEST(LookUp, going_back_from_the_names_counts_as_much_as_walking_away_D25) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  for (int i = 0; i < 2; ++i) {
    door.press("back");
    ASSERT_EQ(door.kind(), ScreenKind::pick_month);
    door.choose("March");
  }
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
}

TEST(LookUp, ten_that_succeed_within_ten_minutes_close_it_too_D25) {
  LookUpLimit limit;
  Steady now{1'000};
  for (int i = 0; i < 9; ++i) limit.found(now);
  EXPECT_TRUE(limit.open(now));
  limit.found(now);
  EXPECT_FALSE(limit.open(now));
  now = now + kLookUpsClosed;
  EXPECT_TRUE(limit.open(now));
  for (int i = 0; i < 30; ++i) {
    now = now + minutes(2);
    limit.found(now);
    EXPECT_TRUE(limit.open(now)) << i;
  }
}

TEST(LookUp, is_offered_as_the_school_says_D25) {
  const auto offered = [](LookUpUse use, const std::string& local) {
    FamilyDoor door(local);
    auto settings = all_settings();
    settings->look_up = use;
    door.state.settings = settings;
    const bool there = door.screen().offers_look_up;
    door.press("no_card");
    EXPECT_EQ(door.kind() == ScreenKind::pick_class, there);
    return there;
  };
  EXPECT_FALSE(offered(LookUpUse::off, "2026-01-12T08:41:00"));
  EXPECT_TRUE(offered(LookUpUse::always, "2026-01-12T11:00:00"));
  EXPECT_FALSE(offered(LookUpUse::window, "2026-01-12T07:34:59"));
  EXPECT_TRUE(offered(LookUpUse::window, "2026-01-12T07:35:00"));
  EXPECT_TRUE(offered(LookUpUse::window, "2026-01-12T08:59:59"));
  EXPECT_FALSE(offered(LookUpUse::window, "2026-01-12T09:00:00"));
}

TEST(LookUp, is_the_way_in_while_the_reader_is_gone) {
  FamilyDoor door("2026-01-12T11:00:00");
  auto settings = all_settings();
  settings->look_up = LookUpUse::window;
  door.state.settings = settings;
  door.send(ReaderNews{ReaderState::missing});
  EXPECT_TRUE(door.screen().offers_look_up);
  door.press("no_card");
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
}

TEST(LookUp, goes_back_page_by_page_and_from_its_result_to_the_names) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  door.choose("Dev P");
  ASSERT_TRUE(door.screen().can_go_back);
  door.press("back");
  EXPECT_EQ(door.names(), Choices{"Amira K"});
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::pick_month);
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(LookUp, every_page_goes_by_itself_after_20_s_with_a_ring_in_the_last_ten) {
  FamilyDoor door;
  door.press("no_card");
  door.wait(seconds(10) + Millis{-1});
  EXPECT_FALSE(door.screen().seconds_left);
  EXPECT_EQ(next_deadline(door.state), door.now.steady + Millis{1});
  door.wait(Millis{1});
  EXPECT_EQ(door.screen().seconds_left, 10);
  EXPECT_EQ(next_deadline(door.state), door.now.steady + seconds(1));
  door.wait(seconds(9) + Millis{999});
  EXPECT_EQ(door.screen().seconds_left, 1);
  door.press("more_time");
  EXPECT_FALSE(door.screen().seconds_left);
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_TRUE(door.all<reg::LookUpEnded>().empty()) << "nobody saw a name";
}

TEST(LookUp, a_name_that_must_not_be_seen_any_more_closes_the_page_D53) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  auto hidden = families();
  hidden->pupils[3].never_show = true;
  door.send(BookChanged{hidden});
  door.answer();
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(LookUp, takes_a_language_of_the_list_and_keeps_it_while_somebody_chooses) {
  FamilyDoor door;
  door.press("languages");
  EXPECT_EQ(door.names(), (Choices{"Polski", "اردو"}));
  door.choose("Polski");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.screen().language, "pl");
  door.look_up("Owls", "March");
  EXPECT_EQ(door.screen().language, "pl");
  door.wait(kListStays);
  door.wait(kChoiceStays);
  EXPECT_EQ(door.screen().language, "");
}

TEST(LookUp, waits_longer_where_the_school_has_more_patience) {
  FamilyDoor door;
  auto patient = std::make_shared<DoorSettings>(*all_settings());
  patient->patience = 3;
  door.state.settings = patient;
  door.press("no_card");
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::pick_class);
  EXPECT_FALSE(door.screen().seconds_left.has_value());
  door.wait(kListStays + kListStays + Millis{-5'000});
  EXPECT_EQ(door.screen().seconds_left, 5) << "the ring is of the last ten seconds all the same";
  door.wait(seconds(5));
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

}  // namespace
}  // namespace handbell::kiosk
