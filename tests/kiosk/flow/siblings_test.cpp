#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

using Choices = std::vector<std::string>;

TEST(Siblings, stand_unticked_on_the_first_ones_result_without_the_hidden_D13_D53) {
  FamilyDoor door;
  door.card_of(1);
  const Screen screen = door.screen();
  EXPECT_EQ(screen.kind, ScreenKind::late);
  EXPECT_EQ(door.names(), (Choices{"Bilal K", "Caro K"}))
      << "not Ella, who is never shown, nor Finn";
  for (const Choice& choice : screen.choices) EXPECT_FALSE(choice.ticked);
  EXPECT_EQ(screen.all_here, 3);
  FamilyDoor hidden;
  hidden.card_of(6);
  EXPECT_TRUE(hidden.screen().choices.empty());
  FamilyDoor never;
  never.card_of(5);
  EXPECT_TRUE(never.screen().choices.empty());
  EXPECT_EQ(never.screen().child, ResultFor{});
}

TEST(Siblings, all_here_is_one_touch_after_one_card_and_each_shares_the_first_contact_D13) {
  FamilyDoor door("2026-01-12T08:59:50");
  door.card_of(1);
  door.pass(seconds(15));
  door.card_of(1);
  door.press("all_here");
  EXPECT_EQ(door.touches, 1);
  const auto came = door.all<reg::Arrived>();
  ASSERT_EQ(came.size(), 3U);
  for (const auto& arrival : came) {
    EXPECT_EQ(arrival.first_contact, came[0].at.wall);
    EXPECT_EQ(arrival.proposal, reg::code_of("L")) << "the close passed meanwhile";
  }
  EXPECT_EQ(came[1].means, reg::ArrivalMeans::sibling);
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_EQ(door.screen().children.size(), 2U);
  EXPECT_TRUE(door.screen().choices.empty());
}

TEST(Siblings, each_is_judged_by_the_own_year_group_D14) {
  FamilyDoor door("2026-01-12T08:41:00");
  auto book = families();
  book->pupils[1].group = reg::YearGroup::n2;
  door.send(BookChanged{book});
  door.card_of(1);
  door.press("all_here");
  const auto came = door.all<reg::Arrived>();
  ASSERT_EQ(came.size(), 3U);
  EXPECT_EQ(came[0].proposal, reg::code_of("L"));
  EXPECT_EQ(came[1].proposal, std::nullopt) << "Nursery is on time until 08:45";
  EXPECT_EQ(came[2].proposal, reg::code_of("L"));
}

TEST(Siblings, a_tick_is_written_at_once_shown_after_and_taken_back_by_a_second_event) {
  FamilyDoor door;
  door.card_of(1);
  door.send(Pressed{"choice:1"});
  EXPECT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_FALSE(door.screen().choices[1].ticked) << "not before the disk has it";
  door.send(Pressed{"choice:1"});
  EXPECT_TRUE(door.state.queue.empty()) << "a second touch before that is no second arrival";
  door.answer();
  EXPECT_TRUE(door.screen().choices[1].ticked);
  EXPECT_FALSE(door.screen().choices[0].ticked);
  door.press("choice:1");
  EXPECT_FALSE(door.screen().choices[1].ticked);
  EXPECT_EQ(door.all<reg::Withdrawn>().size(), 1U);
  EXPECT_EQ(door.kind(), ScreenKind::siblings);
  door.press("choice:0");
  door.press("done");
  EXPECT_EQ(door.kind(), ScreenKind::late);
  ASSERT_EQ(door.screen().children.size(), 1U);
  EXPECT_EQ(door.screen().children[0].shown_name, "Bilal K");
}

TEST(Siblings, a_tick_that_nobody_finished_is_kept_D24) {
  FamilyDoor door;
  door.card_of(1);
  door.press("choice:0");
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.arrivals(), 2U);
}

TEST(Siblings, not_me_takes_back_all_who_stand_on_the_screen_D26) {
  FamilyDoor door;
  door.card_of(1);
  door.press("all_here");
  ASSERT_TRUE(door.screen().can_undo);
  door.press("not_me");
  EXPECT_EQ(door.all<reg::Withdrawn>().size(), 3U);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_TRUE(door.state.seen.empty());
}

TEST(Siblings, the_way_back_from_their_result_leads_to_the_ticks) {
  FamilyDoor door;
  door.card_of(1);
  door.press("all_here");
  ASSERT_TRUE(door.screen().can_go_back);
  door.press("back");
  ASSERT_EQ(door.kind(), ScreenKind::siblings);
  for (const Choice& choice : door.screen().choices) EXPECT_TRUE(choice.ticked);
}

TEST(Siblings, one_who_is_to_see_the_office_sends_the_family_there_in_the_same_words_D06) {
  FamilyDoor door;
  auto book = families();
  book->pupils[2].see_office = true;
  door.send(BookChanged{book});
  door.card_of(1);
  door.press("all_here");
  FamilyDoor unknown;
  unknown.card_of(99);
  EXPECT_EQ(door.screen(), unknown.screen());
  EXPECT_EQ(door.arrivals(), 3U) << "all are recorded";
}

TEST(Siblings, nothing_of_the_family_before_comes_up_with_this_one) {
  FamilyDoor door;
  door.card_of(1);
  door.pass(seconds(10));
  door.card_of(7);
  door.pass(seconds(10));
  door.card_of(1);
  ASSERT_EQ(door.kind(), ScreenKind::already_in);
  door.press("choice:0");
  door.press("choice:0");
  door.press("done");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.card_of(1);
  door.press("choice:0");
  door.press("done");
  EXPECT_EQ(door.screen().child->shown_name, "Bilal K");
  EXPECT_TRUE(door.screen().children.empty());
}

TEST(Siblings, a_full_disk_shows_no_tick_and_sends_them_to_the_office) {
  FamilyDoor door;
  door.card_of(1);
  door.send(Pressed{"choice:0"});
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.kind(), ScreenKind::not_recorded);
}

TEST(Touches, a_family_of_three_with_three_cards_needs_none) {
  FamilyDoor door;
  for (const int child : {1, 2, 3}) door.card_of(child);
  EXPECT_EQ(door.touches, 0);
  EXPECT_EQ(door.arrivals(), 3U);
}

TEST(Touches, a_family_of_three_with_one_card_needs_one) {
  FamilyDoor door;
  door.card_of(1);
  door.press("all_here");
  EXPECT_EQ(door.touches, 1);
  EXPECT_EQ(door.arrivals(), 3U);
}

TEST(Touches, a_family_of_three_without_a_card_needs_five) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  door.choose("Amira K");
  door.press("all_here");
  EXPECT_EQ(door.touches, 5);
  EXPECT_EQ(door.arrivals(), 3U);
}

TEST(Touches, one_child_without_a_card_needs_four) {
  FamilyDoor door;
  door.look_up("Owls", "March");
  door.choose("Dev P");
  EXPECT_EQ(door.touches, 4);
  EXPECT_EQ(door.arrivals(), 1U);
}

TEST(Siblings, who_come_together_read_late_where_one_of_them_is) {
  FamilyDoor door;  // 08:41: the Nursery is on time until 08:45
  auto school = families();
  school->pupils[8].family = "K";
  door.send(BookChanged{school});
  door.card_of(9);
  ASSERT_EQ(door.kind(), ScreenKind::on_time);
  door.choose("Amira K");
  door.press("done");
  EXPECT_EQ(door.kind(), ScreenKind::late);
  EXPECT_EQ(door.screen().child->shown_name, "Iris N");
}

}  // namespace
}  // namespace handbell::kiosk
