#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

using Words = std::vector<std::string>;

TEST(FamilyCard, opens_the_familys_children_unticked_and_records_nobody_until_one_is_chosen_D13) {
  FamilyDoor door;
  door.card_of(kFamilyCard);
  EXPECT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_EQ(door.names(), (Words{"Amira K", "Bilal K", "Caro K"}))
      << "not Ella, who is never shown";
  for (const Choice& choice : door.screen().choices) EXPECT_FALSE(choice.ticked);
  EXPECT_EQ(door.screen().all_here, 3);
  EXPECT_EQ(door.screen().language, "ur");
  EXPECT_EQ(door.arrivals(), 0U);
  EXPECT_TRUE(door.sounds().empty()) << "the sound of coming in would say more than is so";
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.arrivals(), 0U);
}

TEST(FamilyCard, is_the_first_contact_of_whoever_is_chosen_within_two_minutes_D13) {
  FamilyDoor door("2026-01-12T08:59:50");
  door.card_of(kFamilyCard);
  const auto tapped = door.now.wall;
  door.pass(seconds(15));
  door.press("all_here");
  EXPECT_EQ(door.touches, 1);
  const auto came = door.all<reg::Arrived>();
  ASSERT_EQ(came.size(), 3U);
  for (const auto& arrival : came) {
    EXPECT_EQ(arrival.first_contact, tapped);
    EXPECT_EQ(arrival.proposal, reg::code_of("L")) << "the close passed meanwhile";
    EXPECT_EQ(arrival.means, reg::ArrivalMeans::sibling);
  }
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_EQ(door.screen().children.size(), 2U);
  const auto taps = door.all<reg::FamilyTapped>();
  ASSERT_EQ(taps.size(), 1U);
  EXPECT_EQ(taps[0].children, (std::vector{PupilId(1), PupilId(2), PupilId(3)}));
}

TEST(FamilyCard, counts_also_after_the_program_began_anew_D13) {
  FamilyDoor door("2026-01-12T08:59:50");
  door.card_of(kFamilyCard);
  std::vector<PastEvent> past{{1, door.kept.at(0)}};
  FamilyDoor again("2026-01-12T09:00:05");
  again.state = restored(5, families(), past);
  again.state.evidence.time_service_synced = true;
  again.card_of(1);
  ASSERT_EQ(again.arrivals(), 1U);
  EXPECT_EQ(again.all<reg::Arrived>()[0].proposal, reg::code_of("L"));
}

TEST(FamilyCard, ticks_who_is_in_already_and_takes_back_nothing_of_them) {
  FamilyDoor door;
  door.card_of(1);
  door.wait(kResultStays);
  door.wait(minutes(5));
  door.card_of(kFamilyCard);
  ASSERT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_TRUE(door.screen().choices[0].ticked);
  EXPECT_FALSE(door.screen().choices[1].ticked);
  door.press("choice:0");
  EXPECT_TRUE(door.screen().choices[0].ticked);
  door.press("choice:1");
  door.press("done");
  EXPECT_EQ(door.arrivals(), 2U);
  EXPECT_EQ(door.screen().child->shown_name, "Bilal K");
  EXPECT_TRUE(door.screen().children.empty()) << "Amira came by herself";
}

TEST(FamilyCard, held_up_again_opens_the_page_again_and_is_written_once) {
  FamilyDoor door;
  door.card_of(kFamilyCard);
  door.pass(seconds(5));
  door.card_of(kFamilyCard);
  EXPECT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_EQ(door.kept.size(), 1U);
  door.press("choice:1");
  door.card_of(kFamilyCard);
  EXPECT_EQ(door.kind(), ScreenKind::siblings) << "their own page goes on";
  EXPECT_FALSE(door.screen().newcomer_to_office);
  EXPECT_TRUE(door.screen().choices[1].ticked);
}

TEST(FamilyCard, of_whom_nobody_may_be_shown_is_exactly_an_unknown_card_D53) {
  FamilyDoor unknown;
  unknown.card_of(99);
  const Screen wanted = unknown.screen();
  ASSERT_EQ(wanted.kind, ScreenKind::see_office);
  auto never = families();
  auto gone = families();
  for (std::size_t i = 0; i < 5; ++i) {
    never->pupils[i].never_show = true;
    gone->pupils[i].leaving = SchoolDay::parse("2025-12-19").value();
  }
  auto nobody = families();
  nobody->family_cards[card(kFamilyCard)] = "moved away";
  for (const auto& book : {never, gone, nobody}) {
    FamilyDoor door;
    door.state.book = book;
    door.card_of(kFamilyCard);
    EXPECT_EQ(door.screen(), wanted);
    EXPECT_EQ(door.all<reg::RefusedCard>().size(), 1U);
    EXPECT_EQ(door.sounds(), unknown.sounds());
  }
}

TEST(FamilyCard, while_another_family_chooses_is_sent_to_the_office_and_its_time_is_kept_D54) {
  FamilyDoor door;
  door.look_up("Foxes", "April");
  door.card_of(kFamilyCard);
  EXPECT_EQ(door.kind(), ScreenKind::pick_child) << "the others go on";
  EXPECT_TRUE(door.screen().newcomer_to_office);
  EXPECT_EQ(door.sounds(), std::vector{SoundName::office});
  EXPECT_EQ(door.all<reg::FamilyTapped>().size(), 1U);
  EXPECT_EQ(door.arrivals(), 0U);
}

TEST(FamilyCard, untouched_gives_the_screen_to_the_next_card) {
  FamilyDoor door;
  door.card_of(kFamilyCard);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
}

TEST(FamilyCard, on_going_out_names_who_may_go_and_is_no_look_up_D25_D49) {
  FamilyDoor door("2026-01-12T08:30:00");
  door.card_of(2);
  door.wait(kResultStays);
  door.send(HandedOver{PupilId(2), ""});
  door.answer();
  door.press("going_out");
  door.card_of(kFamilyCard);
  ASSERT_EQ(door.kind(), ScreenKind::pick_child);
  EXPECT_EQ(door.names(), (Words{"Amira K", "Caro K"})) << "Bilal is out";
  EXPECT_TRUE(door.all<reg::FamilyTapped>().empty()) << "nobody comes";
  door.choose("Caro K");
  ASSERT_EQ(door.kind(), ScreenKind::out_who);
  door.press("back");
  door.press("back");
  door.press("back");
  EXPECT_TRUE(door.all<reg::LookUpEnded>().empty());
  door.press("going_out");
  door.card_of(kFamilyCard);
  door.choose("Amira K");
  door.choose("Mum");
  door.choose("Family");
  door.choose("Not today");
  const auto asked = door.all<reg::ReleaseAsked>();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].pupil, PupilId(1));
  EXPECT_EQ(asked[0].means, reg::ArrivalMeans::card);
}

TEST(FamilyCard, shows_no_name_that_a_new_door_book_took_away_meanwhile_D53) {
  FamilyDoor door;
  door.hold(card(kFamilyCard));
  auto never = families();
  never->pupils[1].never_show = true;
  door.send(BookChanged{never});
  door.answer();
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
}

TEST(FamilyCard, that_the_disk_could_not_write_opens_nothing) {
  FamilyDoor door;
  door.hold(card(kFamilyCard));
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.kind(), ScreenKind::not_recorded);
}

}  // namespace
}  // namespace handbell::kiosk
