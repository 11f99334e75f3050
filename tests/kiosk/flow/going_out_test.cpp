#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

struct Leaving : FamilyDoor {
  explicit Leaving(const std::vector<int>& in = {1, 4}) : FamilyDoor("2026-01-12T08:30:00") {
    for (const int child : in) card_of(child);
    at("2026-01-12T10:30:00");
    wait(kResultStays);
    kept.clear();
    touches = 0;
  }
};

TEST(GoingOut, is_asked_for_in_four_touches_with_a_card_and_nothing_is_released_D49) {
  Leaving door;
  door.press("going_out");
  ASSERT_EQ(door.kind(), ScreenKind::out_child);
  door.card_of(4);
  ASSERT_EQ(door.kind(), ScreenKind::out_who);
  EXPECT_FALSE(door.screen().newcomer);
  door.choose("Grandparent");
  ASSERT_EQ(door.kind(), ScreenKind::out_why);
  door.choose("Appointment");
  ASSERT_EQ(door.kind(), ScreenKind::out_back);
  door.choose("Back today");
  EXPECT_EQ(door.touches, 4);
  EXPECT_EQ(door.kind(), ScreenKind::someone_comes);
  const auto asked = door.all<reg::ReleaseAsked>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].pupil, PupilId(4));
  EXPECT_EQ(asked[0].means, reg::ArrivalMeans::card);
  EXPECT_EQ(asked[0].who, "grandparent");
  EXPECT_EQ(asked[0].why, "appointment");
  EXPECT_TRUE(asked[0].back_today);
  EXPECT_TRUE(door.all<reg::Passed>().empty());
  EXPECT_EQ(door.arrivals(), 1U) << "the card itself is recorded as a second tap";
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "free for the next family";
}

/// The dentist at 10:30, of whom the office knows.
std::shared_ptr<reg::DoorBook> with_dentist(int pupil) {
  auto made = families();
  reg::add_appointments(*made, {{PupilId(pupil),
                                 {*SchoolDay::parse("2026-01-12"), *TimeOfDay::parse("10:45"),
                                  *TimeOfDay::parse("11:30")}}});
  return made;
}

TEST(GoingOut, to_an_appointment_that_is_known_nobody_has_to_say_why_by_card_D18) {
  Leaving door;
  door.send(BookChanged{with_dentist(4)});
  door.press("going_out");
  door.card_of(4);
  door.choose("Dad");
  ASSERT_EQ(door.kind(), ScreenKind::out_back);
  EXPECT_FALSE(door.screen().child) << "and nothing of it stands there";
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::out_who);
  door.choose("Dad");
  door.choose("Back today");
  EXPECT_EQ(door.kind(), ScreenKind::someone_comes);
  const auto asked = door.all<reg::ReleaseAsked>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].why, "appointment");
}

TEST(GoingOut, a_child_found_by_name_is_asked_for_like_any_other_whatever_is_known) {
  const auto walk_by_name = [](const std::shared_ptr<reg::DoorBook>& school) {
    Leaving door;
    door.send(BookChanged{school});
    std::vector<Screen> screens;
    door.press("going_out");
    door.look_up("Owls", "March");
    for (const char* words : {"Dev P", "Mum", "Felt unwell", "Not today"}) {
      door.choose(words);
      screens.push_back(door.screen());
    }
    return screens;
  };
  EXPECT_EQ(walk_by_name(with_dentist(4)), walk_by_name(families()));
}

TEST(GoingOut, the_reason_is_the_childs_own_who_is_chosen_after_the_way_back) {
  Leaving door;
  door.send(BookChanged{with_dentist(4)});
  door.press("going_out");
  door.card_of(4);
  door.choose("Dad");
  ASSERT_EQ(door.kind(), ScreenKind::out_back);
  door.press("back");
  door.press("back");
  door.card_of(1);
  door.choose("Dad");
  ASSERT_EQ(door.kind(), ScreenKind::out_why);
  door.press("skip");
  door.choose("Not today");
  const auto asked = door.all<reg::ReleaseAsked>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].pupil, PupilId(1));
  EXPECT_EQ(asked[0].why, "");
}

TEST(GoingOut, long_before_an_appointment_the_reason_is_asked) {
  Leaving door;
  door.send(BookChanged{with_dentist(4)});
  door.at("2026-01-12T09:40:00");
  door.press("going_out");
  door.card_of(4);
  door.choose("Dad");
  EXPECT_EQ(door.kind(), ScreenKind::out_why);
}

TEST(GoingOut, shows_no_name_but_in_the_look_up_which_has_those_who_may_be_in) {
  Leaving door;
  door.press("going_out");
  EXPECT_TRUE(door.screen().offers_look_up);
  door.look_up("Owls", "March");
  EXPECT_EQ(door.names(), (std::vector<std::string>{"Amira K", "Dev P"}));
  door.choose("Dev P");
  EXPECT_EQ(door.kind(), ScreenKind::out_who);
  EXPECT_FALSE(door.screen().child);
  door.choose("Mum");
  door.press("skip");
  door.choose("Not today");
  const auto asked = door.all<reg::ReleaseAsked>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].means, reg::ArrivalMeans::lookup);
  EXPECT_EQ(asked[0].why, "");
  EXPECT_FALSE(asked[0].back_today);
  // Most came in with their class, and this door has not seen them; who has left is not there.
  Leaving nobody(std::vector<int>{});
  nobody.send(HandedOver{PupilId(4), "appointment"});
  nobody.answer();
  nobody.press("going_out");
  nobody.look_up("Owls", "March");
  EXPECT_EQ(nobody.names(), std::vector<std::string>{"Amira K"});
}

TEST(GoingOut, keeps_a_trace_of_names_that_were_chosen_and_not_asked_for_D25) {
  Leaving door;
  door.press("going_out");
  door.look_up("Owls", "March");
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::out_who);
  door.wait(kChoiceStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.all<reg::LookUpEnded>().size(), 1U);
  door.press("going_out");
  door.look_up("Owls", "March");
  door.choose("Dev P");
  door.choose("Mum");
  door.press("back");
  door.press("back");
  door.press("back");
  EXPECT_EQ(door.all<reg::LookUpEnded>().size(), 2U) << "whichever way it ends";
}

TEST(GoingOut, sends_to_the_office_who_asks_while_the_office_does_not_answer) {
  Leaving door;
  door.send(Waiting{3, true});
  door.press("going_out");
  door.card_of(4);
  for (const char* words : {"Mum", "Appointment", "Back today"}) door.choose(words);
  EXPECT_EQ(door.kind(), ScreenKind::see_office) << "nobody comes whom nobody told";
  EXPECT_EQ(door.all<reg::ReleaseAsked>().size(), 1U);
}

TEST(GoingOut, a_child_who_came_back_in_the_morning_can_be_late_after_lunch) {
  Leaving door;
  door.send(HandedOver{PupilId(4), "appointment"});
  door.answer();
  door.pass(minutes(60));
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back);
  const auto before = door.arrivals();
  door.pass(hours(4));
  door.card_of(4);
  EXPECT_EQ(door.arrivals(), before + 1) << "13:41, another session";
}

TEST(GoingOut, a_card_of_somebody_who_comes_meanwhile_is_an_arrival_with_a_banner_D54) {
  Leaving door;
  door.press("going_out");
  door.card_of(7);
  EXPECT_EQ(door.kind(), ScreenKind::out_child);
  EXPECT_EQ(door.screen().newcomer->shown_name, "Gita R");
  EXPECT_EQ(door.arrivals(), 1U);
}

TEST(GoingOut, says_someone_is_coming_only_once_the_disk_has_it) {
  Leaving door;
  door.press("going_out");
  door.card_of(4);
  door.choose("Dad");
  door.press("skip");
  door.send(Pressed{"choice:0"});
  EXPECT_EQ(door.kind(), ScreenKind::out_back);
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.kind(), ScreenKind::not_recorded);
}

TEST(GoingOut, goes_back_page_by_page) {
  Leaving door;
  door.press("going_out");
  door.card_of(4);
  door.choose("Dad");
  door.press("skip");
  for (const auto kind :
       {ScreenKind::out_why, ScreenKind::out_who, ScreenKind::out_child, ScreenKind::idle}) {
    door.press("back");
    EXPECT_EQ(door.kind(), kind);
  }
}

TEST(GoingOut, the_way_back_to_the_names_gives_them_their_own_time_and_no_more) {
  Leaving door;
  door.press("going_out");
  door.look_up("Owls", "March");
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::out_who);
  door.press("back");
  ASSERT_EQ(door.kind(), ScreenKind::pick_child);
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

/// Every screen of a walk to the end.
std::vector<Screen> walk(const std::shared_ptr<reg::DoorBook>& school) {
  Leaving door;
  door.send(BookChanged{school});
  std::vector<Screen> screens{door.screen()};
  const auto see = [&] { screens.push_back(door.screen()); };
  door.press("going_out");
  see();
  door.card_of(4);
  see();
  for (const char* words : {"Another adult", "Felt unwell", "Back today"}) {
    door.choose(words);
    see();
  }
  door.wait(kResultStays);
  see();
  return screens;
}

TEST(GoingOut, a_restricted_childs_walk_shows_exactly_the_scenes_of_any_others_D49) {
  auto restricted = families();
  restricted->pupils[3].see_office = true;
  auto never = families();
  never->pupils[3].never_show = true;
  const auto plain = walk(families());
  EXPECT_EQ(plain[5].kind, ScreenKind::someone_comes);
  EXPECT_EQ(walk(restricted), plain);
  EXPECT_EQ(walk(never), plain);
}

TEST(ComingBack, welcomes_whoever_went_out_and_makes_no_second_arrival_D18_D19) {
  Leaving door;
  door.send(HandedOver{PupilId(4), "appointment"});
  door.answer();
  ASSERT_EQ(door.all<reg::Passed>().size(), 1U);
  EXPECT_TRUE(door.all<reg::Passed>()[0].out);
  door.at("2026-01-12T13:10:00");
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
  ASSERT_EQ(door.all<reg::Passed>().size(), 2U);
  EXPECT_FALSE(door.all<reg::Passed>()[1].out);
  EXPECT_EQ(door.arrivals(), 0U);
  door.pass(seconds(30));
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::already_in);
  EXPECT_EQ(door.kept.size(), 2U) << "within a minute nothing is kept (D07)";
}

TEST(ComingBack, is_taken_back_by_not_me_and_the_child_is_out_again_D26) {
  Leaving door;
  door.send(HandedOver{PupilId(4), ""});
  door.answer();
  door.card_of(4);
  door.press("not_me");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back);
}

TEST(ComingBack, is_known_after_a_restart_and_not_on_the_next_day) {
  Leaving door;
  door.send(HandedOver{PupilId(4), ""});
  door.answer();
  FamilyDoor again("2026-01-12T11:00:00");
  again.state = restored(6, families(), {{9, door.kept.back()}});
  again.state.evidence.time_service_synced = true;
  again.card_of(4);
  EXPECT_EQ(again.kind(), ScreenKind::welcome_back);
  door.at("2026-01-13T08:30:00");
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::on_time);
}

}  // namespace
}  // namespace handbell::kiosk
