#include "door.h"
#include <gtest/gtest.h>

#include <random>

namespace handbell::kiosk {
namespace {

TEST(Flow, shows_nothing_before_the_disk_has_it) {
  Door door;
  door.hold(card(1));
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  ASSERT_EQ(door.effects.size(), 1U);
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::late);
  EXPECT_EQ(door.screen().child->shown_name, "Zoya K");
}

TEST(Flow, one_second_decides_on_every_side_of_a_clock_change_D01_D16) {
  for (const std::string day : {"2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
    for (const int pupil : {1, 3}) {
      EXPECT_EQ(Door(day + "T08:59:59").proposal(pupil), "L") << day;
      EXPECT_EQ(Door(day + "T09:00:00").proposal(pupil), "U") << day;
    }
  }
  EXPECT_EQ(Door("2026-03-27T08:35:59").tap(1).kind, ScreenKind::on_time);
  EXPECT_EQ(Door("2026-03-27T09:00:00").tap(1).kind, ScreenKind::after_close);
}

TEST(Flow, keeps_nothing_of_a_second_tap_within_a_minute_and_an_event_of_a_later_one_D07) {
  Door door;
  ASSERT_EQ(door.tap(1).kind, ScreenKind::late);
  door.at("2026-01-12T08:41:59");
  EXPECT_EQ(door.tap(1).kind, ScreenKind::already_in);
  EXPECT_EQ(door.seq, 1U);
  door.at("2026-01-12T08:42:10");
  door.hold(card(1));
  EXPECT_TRUE(std::get<WriteEvent>(door.effects.at(0)).repeated);
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::already_in);
}

TEST(Flow, siblings_share_the_first_contact_and_strangers_do_not_D13) {
  Door door("2026-01-12T08:59:50");
  EXPECT_EQ(door.proposal(1), "L");
  door.at("2026-01-12T09:00:05");
  EXPECT_EQ(door.proposal(2), "L");
  EXPECT_EQ(door.proposal(3), "U");
}

TEST(Flow, tells_nobody_why_a_child_is_to_see_the_office_D06_D12) {
  const Screen unknown = Door().tap(99);
  EXPECT_EQ(unknown.kind, ScreenKind::see_office);
  for (const int pupil : {4, 5, 7}) EXPECT_EQ(Door().tap(pupil), unknown) << pupil;
  Door leaver;
  leaver.hold(card(4));
  EXPECT_TRUE(std::holds_alternative<reg::RefusedCard>(leaver.state.writing->event));
  Door elsewhere;
  elsewhere.hold(card(7));
  EXPECT_TRUE(std::holds_alternative<reg::Arrived>(elsewhere.state.writing->event));
}

TEST(Flow, names_no_child_that_must_not_be_found_D53) {
  const Screen screen = Door().tap(6);
  EXPECT_EQ(screen.kind, ScreenKind::late);
  EXPECT_EQ(screen.child, ResultFor{});
}

TEST(Flow, shows_no_clock_it_does_not_trust_and_tells_when_it_knows_D17) {
  Door door;
  door.state.evidence = {};
  const Screen screen = door.tap(1);
  EXPECT_EQ(screen.kind, ScreenKind::clock_unknown);
  EXPECT_FALSE(screen.clock || screen.came_at);
  door.trust();
  ASSERT_TRUE(door.state.writing.has_value());
  EXPECT_TRUE(std::holds_alternative<reg::ClockKnown>(door.state.writing->event));
  door.written();
  door.send(Tick{});
  EXPECT_FALSE(door.state.writing.has_value());
}

TEST(Flow, says_when_a_full_disk_kept_nothing_and_goes_on) {
  Door door;
  door.hold(card(1));
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  EXPECT_EQ(door.tap(1).kind, ScreenKind::late);
}

TEST(Flow, ends_after_a_failed_disk_was_shown) {
  Door door;
  door.hold(card(1));
  door.send(WriteFailed{door.state.writing->request, WriteFault::failed});
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  door.now.steady = *next_deadline(door.state);
  door.send(Tick{});
  ASSERT_EQ(door.effects.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<EndAfterFault>(door.effects[0]));
}

TEST(Flow, takes_back_what_was_not_me_D26) {
  Door door;
  ASSERT_TRUE(door.tap(1).can_undo);
  door.send(Pressed{"not_me"});
  EXPECT_EQ(std::get<reg::Withdrawn>(door.state.writing->event).seq, 1U);
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  EXPECT_EQ(door.tap(1).kind, ScreenKind::late);
}

TEST(Flow, lets_taps_wait_and_tells_who_cannot_be_recorded) {
  Door door;
  for (std::size_t i = 0; i <= kMostTapsWaiting; ++i) door.hold(card(99));
  EXPECT_EQ(door.state.queue.size(), kMostTapsWaiting);
  door.hold(card(99));
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
}

TEST(Flow, remembers_the_morning_after_a_restart) {
  Door door;
  door.hold(card(1));
  const auto event = door.state.writing->event;
  Door again;
  again.state = restored(6, book(), {{1, event}});
  again.state.evidence.time_service_synced = true;
  EXPECT_EQ(again.tap(1).kind, ScreenKind::already_in);
}

TEST(Flow, sends_whoever_hears_nothing_of_the_disk_for_5_s_to_the_office) {
  Door door;
  door.hold(card(1));
  EXPECT_EQ(next_deadline(door.state), door.now.steady + kAnswerBy);
  door.pass(kAnswerBy);
  door.send(Tick{});
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  EXPECT_EQ(door.sounds(), std::vector{SoundName::office});
  door.pass(seconds(1));
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded) << "a tick that comes late is nobody's";
  EXPECT_TRUE(door.effects.empty());
  EXPECT_EQ(door.state.seen.size(), 1U) << "the arrival itself is kept";
}

TEST(Flow, gives_a_late_answer_to_nobody_else) {
  Door door;
  door.hold(card(1));
  door.pass(seconds(4));
  door.hold(card(3));
  door.pass(seconds(1));
  door.send(Tick{});
  ASSERT_EQ(door.screen().kind, ScreenKind::not_recorded);
  door.pass(seconds(1));
  door.written();
  EXPECT_EQ(std::get<reg::Arrived>(door.state.writing->event).pupil, PupilId(3));
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::on_time) << "the second child waited 2 s alone";
}

TEST(Flow, tells_the_next_family_at_once_while_the_disk_is_silent) {
  Door door;
  door.hold(card(1));
  door.pass(kAnswerBy);
  door.send(Tick{});
  door.pass(seconds(3));
  door.hold(card(3));
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  EXPECT_EQ(door.sounds(), std::vector{SoundName::office});
  door.written();
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  EXPECT_EQ(door.state.seen.size(), 2U);
}

TEST(Flow, lets_a_failed_not_me_be_pressed_again_D26) {
  Door door;
  ASSERT_TRUE(door.tap(1).can_undo);
  door.send(Pressed{"not_me"});
  EXPECT_FALSE(door.screen().can_undo);
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  ASSERT_TRUE(door.screen().can_undo);
  door.send(Pressed{"not_me"});
  EXPECT_EQ(std::get<reg::Withdrawn>(door.state.writing->event).seq, 1U);
  door.written();
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  EXPECT_TRUE(door.state.seen.empty());
}

TEST(Flow, offers_nobody_the_not_me_of_the_child_before_D26) {
  Door door;
  ASSERT_TRUE(door.tap(1).can_undo);
  door.send(Pressed{"not_me"});
  door.hold(card(3));
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_FALSE(door.screen().can_undo);
}

TEST(Flow, asks_for_one_card_at_a_time_but_not_over_a_result_or_a_write) {
  Door door;
  door.send(ManyCards{});
  EXPECT_EQ(door.screen().kind, ScreenKind::one_card);
  EXPECT_TRUE(door.sounds().empty());
  door.pass(kOneCardStays);
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  door.hold(card(1));
  door.send(ManyCards{});
  EXPECT_EQ(door.screen().kind, ScreenKind::idle);
  door.written();
  door.pass(kResultLeast + Millis{-1});
  door.send(ManyCards{});
  EXPECT_EQ(door.screen().kind, ScreenKind::late);
  door.pass(Millis{1});
  door.send(ManyCards{});
  EXPECT_EQ(door.screen().kind, ScreenKind::one_card);
}

TEST(Flow, tells_of_a_second_card_once_the_first_ones_result_was_read_also_when_both_are_gone) {
  for (const bool while_written : {true, false}) {
    Door door;
    door.hold(card(1));
    if (while_written) door.send(ManyCards{});
    door.written();
    if (!while_written) door.send(ManyCards{});
    door.send(CardLifted{});
    door.send(CardLifted{});
    EXPECT_EQ(door.screen().kind, ScreenKind::late);
    ASSERT_TRUE(next_deadline(door.state));
    EXPECT_EQ(*next_deadline(door.state), door.now.steady + kResultLeast) << "the kiosk wakes then";
    door.pass(kResultLeast + Millis{-1});
    door.send(Tick{});
    EXPECT_EQ(door.screen().kind, ScreenKind::late);
    door.pass(Millis{1});
    door.send(Tick{});
    EXPECT_EQ(door.screen().kind, ScreenKind::one_card);
    door.pass(kOneCardStays);
    door.send(Tick{});
    EXPECT_EQ(door.screen().kind, ScreenKind::idle) << "once";
  }
}

TEST(Flow, tells_of_a_second_card_no_more_once_another_was_tapped_or_five_seconds_later) {
  Door door;
  door.tap(1);
  door.send(ManyCards{});
  door.pass(seconds(1));
  door.tap(2);
  door.pass(kResultLeast);
  door.send(Tick{});
  EXPECT_EQ(door.screen().kind, ScreenKind::late) << "whoever held the second one was recorded";
  door.pass(kResultStays);
  door.hold(card(3));
  door.send(ManyCards{});
  door.pass(kManyOwed);
  door.written();
  door.pass(kResultLeast);
  door.send(Tick{});
  EXPECT_NE(door.screen().kind, ScreenKind::one_card);
}

TEST(Flow, tells_the_time_also_of_a_refused_card_D17) {
  Door door;
  door.state.evidence = {};
  door.tap(99);
  ASSERT_TRUE(door.state.clock_owed);
  door.trust();
  ASSERT_TRUE(door.state.writing.has_value());
  EXPECT_TRUE(std::holds_alternative<reg::ClockKnown>(door.state.writing->event));
}

TEST(Flow, tries_a_clock_entry_again_after_a_minute_and_keeps_silent_D17) {
  Door door;
  door.state.evidence = {};
  door.tap(1);
  door.pass(kResultStays);
  door.trust();
  door.send(WriteFailed{door.state.writing->request, WriteFault::full});
  EXPECT_EQ(door.screen().kind, ScreenKind::idle) << "nobody at the door asked for it";
  EXPECT_FALSE(door.state.writing.has_value());
  EXPECT_LE(*next_deadline(door.state), door.now.steady + kClockAgain);
  door.pass(kClockAgain + Millis{-1});
  door.send(Tick{});
  EXPECT_FALSE(door.state.writing.has_value());
  door.pass(Millis{1});
  door.send(Tick{});
  ASSERT_TRUE(door.state.writing.has_value());
  EXPECT_TRUE(std::holds_alternative<reg::ClockKnown>(door.state.writing->event));
}

TEST(Flow, sends_everybody_to_the_office_once_the_disk_failed) {
  Door door;
  door.hold(card(1));
  door.hold(card(3));
  door.send(WriteFailed{door.state.writing->request, WriteFault::failed});
  EXPECT_TRUE(door.state.queue.empty());
  door.pass(seconds(2));
  door.hold(card(2));
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded);
  EXPECT_EQ(door.sounds(), std::vector{SoundName::office});
  EXPECT_FALSE(door.state.writing.has_value()) << "no retry after a failed sync";
  door.pass(kResultStays);
  EXPECT_EQ(door.screen().kind, ScreenKind::not_recorded) << "until the program begins anew";
}

TEST(Flow, tells_the_keeper_when_too_many_wait) {
  Door door;
  for (std::size_t i = 0; i <= kMostTapsWaiting; ++i) door.hold(card(99));
  door.hold(card(99));
  ASSERT_FALSE(door.effects.empty());
  EXPECT_EQ(std::get<TellFault>(door.effects[0]).fault.code, FaultCode::too_many);
}

/// Everything that can happen at a door, thrown with dice; the disk answers or does not.
class Walk {
 public:
  explicit Walk(unsigned seed) : dice_(seed) {}

  /// One step; true if the screen may show a tick that it did not show before.
  bool go() {
    pass();
    const auto roll = dice_() % 16;
    const auto& writing = door_.state.writing;
    if (writing && roll < 4) return written();
    if (writing && roll == 4) return fail_write();
    if (roll == 5) door_.send(Pressed{"not_me"});
    if (roll == 6) door_.send(Tick{});
    if (roll == 7) door_.send(ManyCards{});
    if (roll == 8) door_.send(BookChanged{book()});
    if (roll == 9) change_clock();
    if (roll == 10) door_.send(ReaderNews{static_cast<ReaderState>(dice_() % 3)});
    if (roll > 10) door_.hold(card(static_cast<int>(dice_() % 9)));
    return false;
  }
  Door& door() { return door_; }

 private:
  void pass() { door_.pass(Millis{static_cast<std::int64_t>(dice_() % 4'000)}); }
  bool written() {
    const bool told = door_.state.writing->job.told;
    const bool again = door_.state.disk_failed;
    door_.written();
    return !told && !again;
  }
  bool fail_write() {
    const bool breaks = dice_() % 50 == 0;
    const auto request = door_.state.writing->request;
    door_.send(WriteFailed{request, breaks ? WriteFault::failed : WriteFault::full});
    if (breaks) begin_anew();
    return false;
  }
  /// As the supervisor does: the screen says it, the program ends, and reads its journal again.
  void begin_anew() {
    door_.pass(kResultStays);
    door_.send(Tick{});
    ended += std::holds_alternative<EndAfterFault>(door_.effects.at(0)) ? 1 : 0;
    door_.state = restored(++boot_, book(), {});
    door_.trust();
  }
  void change_clock() {
    if (dice_() % 2 == 0) return door_.trust();
    door_.send(ClockEvidenceChanged{});
  }

  std::mt19937 dice_;
  Door door_;
  std::uint64_t boot_ = 5;

 public:
  int ended = 0;
};

bool greets(ScreenKind kind) {
  return kind == ScreenKind::on_time || kind == ScreenKind::late ||
         kind == ScreenKind::after_close || kind == ScreenKind::clock_unknown;
}

TEST(Flow, never_greets_without_the_disk_and_always_answers_and_comes_to_rest) {
  int ticks = 0;
  int ended = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Walk walk(seed);
    for (int i = 0; i < 500; ++i) {
      const auto before = walk.door().screen();
      const bool may_greet = walk.go();
      const Door& door = walk.door();
      const auto kind = door.screen().kind;
      ASSERT_TRUE(!greets(kind) || may_greet || before.kind == kind) << seed << " " << i;
      ticks += greets(kind) && may_greet ? 1 : 0;
      const auto due = next_deadline(door.state);
      const bool waits = door.state.writing && door.state.writing->job.answer_by;
      ASSERT_TRUE(!waits || door.state.writing->job.told || due <= door.now.steady + kAnswerBy);
      Door alone = door;
      alone.pass(kResultStays);
      ASSERT_EQ(alone.screen().kind, ScreenKind::idle);
    }
    ended += walk.ended;
  }
  EXPECT_GT(ticks, 300);
  EXPECT_GT(ended, 10);
}

}  // namespace
}  // namespace handbell::kiosk
