// A child handed over at the door (D49): what it needs, and that nothing less is ever taken.
#include "release_door.h"

namespace handbell::kiosk {
namespace {

TEST(StaffRelease, a_child_goes_by_card_proof_PIN_and_how_the_adult_was_checked_D49) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"});
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::staff_check) << "who collects was said with the request";
  door.choose("Photo ID");
  ASSERT_EQ(door.kind(), ScreenKind::staff_give);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
  EXPECT_EQ(door.screen().hand_over, (HandOverWords{"Mum", "mum", "Photo ID"}));
  EXPECT_EQ(door.handed_over(), 0U);
  door.press("give");
  ASSERT_EQ(door.handed_over(), 1U);
  const auto gone = door.all<reg::DoorHandOver>()[0];
  EXPECT_EQ(gone.pupil, PupilId(4));
  EXPECT_EQ(gone.request, 2U) << "the number of the request in this journal";
  EXPECT_EQ(gone.who, "mum");
  EXPECT_EQ(gone.why, "appointment");
  EXPECT_TRUE(gone.back_today);
  EXPECT_EQ(gone.checked, reg::IdentityCheck::photo_id);
  EXPECT_EQ(gone.by, card(kReleaseCard));
  EXPECT_EQ(gone.key_version, 3);
  EXPECT_EQ(gone.book_version, 7U);
  EXPECT_EQ(door.kind(), ScreenKind::may_go);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "nobody else is asked for";
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back) << "the door knows that the child was out";
}

TEST(StaffRelease, the_screen_says_nothing_before_it_is_on_the_disk) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  door.choose("Dev P");
  door.choose("Known to staff");
  door.send(Pressed{"give"});
  EXPECT_EQ(door.kind(), ScreenKind::staff_give);
  door.send(Pressed{"give"});
  EXPECT_TRUE(door.effects.empty()) << "once is enough";
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.kind(), ScreenKind::not_recorded);
  EXPECT_FALSE(door.state.staff) << "and the proof is over";
  EXPECT_EQ(seen_today(door.state, PupilId(4), door_moment(door.state, door.now)), Seen::in);
}

TEST(StaffRelease, of_whom_the_disk_answers_too_late_the_going_is_taken_back) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  door.choose("Dev P");
  door.choose("Known to staff");
  door.send(Pressed{"give"});
  door.pass(kAnswerBy);
  door.send(Tick{});
  EXPECT_EQ(door.kind(), ScreenKind::not_recorded);
  door.answer();
  ASSERT_EQ(door.all<reg::Withdrawn>().size(), 1U);
  EXPECT_EQ(door.all<reg::Withdrawn>()[0].seq, door.seq - 1);
  EXPECT_NE(door.kind(), ScreenKind::may_go);
}

TEST(StaffRelease, each_refusal_is_one_screen_and_one_event_with_the_true_reason) {
  struct Case {
    CardCheck card;
    reg::WhyRefused why;
  };
  for (const auto& [check, why] : {Case{CardCheck::uid_only, reg::WhyRefused::uid_only},
                                   Case{CardCheck::not_proven, reg::WhyRefused::not_proven},
                                   Case{CardCheck::left, reg::WhyRefused::left},
                                   Case{CardCheck::no_key, reg::WhyRefused::no_key}}) {
    ReleaseDoor door;
    door.tap_staff();
    EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "the PIN may be typed meanwhile";
    door.prove(check);
    EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "what failed is not to be told by when";
    EXPECT_EQ(door.refusals(), std::vector{why}) << "the office has it at once";
    EXPECT_EQ(door.all<reg::StaffRefused>()[0].card, card(kReleaseCard));
    door.send(CardProven{door.session, card(kReleaseCard), CardCheck::proven});
    door.type("294761");
    door.answer();
    EXPECT_EQ(door.screen(), refused_screen());
    EXPECT_FALSE(door.tried) << "no PIN is looked at for such a card";
    EXPECT_EQ(door.refusals().size(), 1U);
    EXPECT_FALSE(door.state.staff);
  }
}

TEST(StaffRelease, a_card_that_fails_after_the_digits_were_typed_is_refused_at_once) {
  ReleaseDoor door;
  door.tap_staff();
  door.type("294761");
  door.prove(CardCheck::left);
  EXPECT_EQ(door.screen(), refused_screen());
  EXPECT_EQ(door.refusals(), std::vector{reg::WhyRefused::left});
}

TEST(StaffRelease, a_wrong_PIN_and_one_that_has_to_wait_look_the_same_as_a_copied_card) {
  struct Case {
    PinCheck pin;
    reg::WhyRefused why;
  };
  for (const auto& [check, why] : {Case{PinCheck::wrong, reg::WhyRefused::wrong_pin},
                                   Case{PinCheck::wait, reg::WhyRefused::wait},
                                   Case{PinCheck::no_key, reg::WhyRefused::no_key}}) {
    ReleaseDoor door;
    door.tap_staff();
    door.prove();
    door.type("294761");
    door.pin(check);
    EXPECT_EQ(door.screen(), refused_screen());
    EXPECT_EQ(door.refusals(), std::vector{why});
    EXPECT_TRUE(door.all<reg::PinRefused>().empty());
  }
}

TEST(StaffRelease, the_digits_wait_for_the_proof_and_stand_nowhere_afterwards) {
  ReleaseDoor door;
  door.tap_staff();
  door.type("29476");
  EXPECT_FALSE(door.tried) << "five are too few";
  door.choose("1");
  EXPECT_TRUE(door.screen().can_finish);
  door.press("done");
  EXPECT_EQ(door.effect<TryPin>(), nullptr) << "a copy of the number locks nobody out";
  EXPECT_EQ(door.screen().digits_typed, door.screen().digits_most)
      << "how many there were is not shown any more";
  door.prove();
  ASSERT_TRUE(door.tried);
  EXPECT_EQ(door.tried->digits.view(), "294761");
  EXPECT_EQ(door.tried->key, (reg::ReleaseKey{3, {7}}));
  EXPECT_TRUE(door.state.staff->digits.empty());
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "nothing opens before the answer";
  door.pin(PinCheck::right);
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
}

TEST(StaffRelease, twelve_digits_are_the_most_and_the_way_back_takes_them_away_first) {
  ReleaseDoor door;
  door.tap_staff();
  for (int i = 0; i < 14; ++i) door.choose("7");
  EXPECT_EQ(door.screen().digits_typed, 12);
  door.press("back");
  EXPECT_EQ(door.screen().digits_typed, 0);
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin);
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::idle);
}

TEST(StaffRelease, an_answer_of_another_session_or_another_card_opens_nothing) {
  ReleaseDoor door;
  door.tap_staff();
  const auto first = door.session;
  door.press("back");
  door.tap_staff();
  EXPECT_NE(door.session, first);
  door.send(CardProven{first, card(kReleaseCard), CardCheck::proven});
  door.send(CardProven{door.session, card(kOtherReleaseCard), CardCheck::proven});
  door.type("294761");
  EXPECT_FALSE(door.tried);
  door.send(PinTried{door.session, card(kReleaseCard), PinCheck::right});
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "right, but nobody had asked";
  door.prove();
  door.send(PinTried{first, card(kReleaseCard), PinCheck::right});
  door.send(PinTried{door.session, card(kOtherReleaseCard), PinCheck::right});
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "another's PIN";
  door.pin(PinCheck::right);
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
}

TEST(StaffRelease, a_refusal_that_comes_after_the_desk_was_closed_is_told_to_the_office_alone) {
  ReleaseDoor door;
  door.tap_staff();
  door.press("back");
  door.prove(CardCheck::not_proven);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.refusals(), std::vector{reg::WhyRefused::not_proven});
}

TEST(StaffRelease, a_card_without_a_release_key_opens_the_lists_and_never_this) {
  ReleaseDoor door;
  door.ask(4);
  door.hold(card(kStaffCard));
  EXPECT_EQ(door.effect<ProveCard>(), nullptr);
  for (const char digit : std::string("4242")) door.choose(std::string(1, digit));
  ASSERT_EQ(door.kind(), ScreenKind::staff_menu);
  EXPECT_EQ(door.screen().choices.size(), 3U);
  door.press("choice:3");
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
  door.press("give");
  EXPECT_EQ(door.handed_over(), 0U);
}

TEST(StaffRelease, four_digits_open_nothing_for_a_card_that_has_to_prove_itself) {
  ReleaseDoor door;
  door.tap_staff();
  for (const char digit : std::string("4242")) door.choose(std::string(1, digit));
  door.press("done");
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin);
  EXPECT_EQ(door.screen().digits_typed, 4);
}

TEST(StaffRelease, who_is_the_offices_is_shown_nowhere_and_nobody_says_why) {
  ReleaseDoor door;
  door.ask(8);
  door.open_list();
  EXPECT_EQ(door.screen(), refused_screen());
  EXPECT_EQ(door.refusals(), std::vector{reg::WhyRefused::restricted});
  ReleaseDoor both;
  both.ask(8);
  both.ask(4);
  both.open_list();
  EXPECT_EQ(both.names(), std::vector<std::string>{"Dev P"});
  EXPECT_TRUE(both.refusals().empty());
  ReleaseDoor nobody;
  nobody.open_list();
  EXPECT_EQ(nobody.screen(), refused_screen()) << "nobody is asked for: the same words";
  EXPECT_TRUE(nobody.refusals().empty());
}

TEST(StaffRelease, a_restriction_that_comes_while_the_pages_are_open_stops_it) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  door.choose("Dev P");
  door.choose("Known to staff");
  auto restricted = families();
  restricted->pupils[3].office_only = true;
  door.send(BookChanged{restricted});
  door.press("give");
  EXPECT_EQ(door.handed_over(), 0U);
  EXPECT_EQ(door.screen(), refused_screen());
  EXPECT_EQ(door.refusals(), std::vector{reg::WhyRefused::restricted});
}

TEST(StaffRelease, a_card_that_was_revoked_or_enrolled_anew_meanwhile_closes_the_desk) {
  for (const bool revoked : {true, false}) {
    ReleaseDoor door;
    door.ask(4);
    door.open_list();
    auto other = families();
    if (revoked) other->staff_cards.pop_back();
    if (revoked) other->staff_cards.pop_back();
    if (!revoked) other->staff_cards[1].release->version = 4;
    door.send(BookChanged{other});
    EXPECT_EQ(door.kind(), ScreenKind::idle);
  }
}

TEST(StaffRelease, whom_the_office_refused_is_not_offered_and_whom_it_granted_stands_first) {
  using S = reg::DoorReleaseState;
  ReleaseDoor door;
  door.ask(4);
  door.ask(7);
  const Instant first = door.state.asked[0].at;
  const Instant second = door.state.asked[1].at;
  const Instant now = door.now.wall;
  door.send(BookChanged{answered({{PupilId(7), second, S::granted, now}})});
  door.wait(kResultStays);
  door.open_list();
  EXPECT_EQ(door.names(), (std::vector<std::string>{"Gita R", "Dev P"}));
  door.wait(kListStays);
  door.send(BookChanged{
      answered({{PupilId(7), second, S::granted, now}, {PupilId(4), first, S::refused, now}})});
  door.wait(kResultStays);
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Gita R"});
  door.wait(kListStays);
  door.send(BookChanged{
      answered({{PupilId(7), second, S::handed_over, now}, {PupilId(4), first, S::refused, now}})});
  door.wait(kResultStays);
  door.open_list();
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
}

TEST(StaffRelease, of_a_request_at_another_door_somebody_says_who_collects) {
  ReleaseDoor door;
  const Instant asked = door.now.wall;
  door.send(
      BookChanged{answered({{PupilId(4), asked, reg::DoorReleaseState::granted, door.now.wall}})});
  door.open_list();
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::staff_who);
  EXPECT_EQ(door.screen().choices.size(), 4U);
  door.choose("Grandparent");
  door.choose("Password of the day");
  door.press("give");
  ASSERT_EQ(door.handed_over(), 1U);
  const auto gone = door.all<reg::DoorHandOver>()[0];
  EXPECT_EQ(gone.request, 0U);
  EXPECT_EQ(gone.asked, asked);
  EXPECT_EQ(gone.who, "grandparent");
}

TEST(StaffRelease, where_two_asked_somebody_says_which_of_them_collects) {
  ReleaseDoor door;
  door.ask(4, "Mum");
  door.ask(4, "Dad");
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"}) << "a child stands there once";
  door.choose("Dev P");
  ASSERT_EQ(door.kind(), ScreenKind::staff_who);
  EXPECT_EQ(door.screen().choices.size(), 2U) << "nobody who did not ask";
  door.choose("Mum");
  door.choose("Known to staff");
  door.press("give");
  ASSERT_EQ(door.handed_over(), 1U);
  EXPECT_EQ(door.all<reg::DoorHandOver>()[0].asked, door.state.asked[0].at);
}

TEST(StaffRelease, several_children_go_one_by_one_in_one_session_and_every_page_has_a_way_back) {
  ReleaseDoor door;
  door.ask(4);
  door.ask(7);
  door.open_list();
  door.choose("Dev P");
  door.choose("Known to staff");
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::staff_check);
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::staff_release);
  door.choose("Gita R");
  door.choose("Known to staff");
  door.press("give");
  EXPECT_EQ(door.kind(), ScreenKind::may_go);
  door.press("done");
  ASSERT_EQ(door.kind(), ScreenKind::staff_release);
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"});
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::staff_menu);
  door.wait(kResultStays + kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.handed_over(), 1U);
}

TEST(StaffRelease, twenty_seconds_without_a_touch_end_the_proof) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  door.wait(kListStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  door.press("give");
  EXPECT_EQ(door.handed_over(), 0U);
  door.tap_staff();
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin) << "the card proves itself anew";
  EXPECT_NE(door.effect<ProveCard>(), nullptr);
}

TEST(StaffRelease, without_a_clock_to_be_trusted_nobody_is_handed_over_D17) {
  ReleaseDoor door;
  door.ask(4);
  door.state.evidence = {};
  door.state.evidence.not_before = door.now.wall + hours(1);
  door.open_list();
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
}

TEST(StaffRelease, is_remembered_after_a_new_start) {
  ReleaseDoor door;
  door.ask(4);
  door.open_list();
  door.choose("Dev P");
  door.choose("Known to staff");
  door.press("give");
  std::vector<PastEvent> past;
  for (const auto& event : door.kept) past.push_back({past.size() + 1, event});
  const State again = restored(5, families(), past);
  EXPECT_EQ(seen_today(again, PupilId(4), door_moment(door.state, door.now)), Seen::out);
  EXPECT_EQ(again.asked.at(0).who, "mum");
}

}  // namespace
}  // namespace handbell::kiosk
