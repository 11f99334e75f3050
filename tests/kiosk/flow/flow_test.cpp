#include "app/kiosk/flow/flow.h"

#include "app/base/school_time.h"

#include <gtest/gtest.h>

#include <random>

namespace handbell::kiosk {
namespace {

reg::CardHash card(int pupil) { return {static_cast<std::uint8_t>(pupil)}; }

/// 1 and 2 are siblings in Reception, 3 Nursery, 4 left, 5 see the office, 6 never shown,
/// 7 suspended on no day but not expected on site (D).
std::shared_ptr<const reg::DoorBook> book() {
  auto made = std::make_shared<reg::DoorBook>();
  made->version = 7;
  made->made = *parse_local("2026-01-12T07:00:00");
  for (int i = 1; i <= 7; ++i) {
    reg::DoorPupil pupil;
    pupil.id = PupilId(i);
    pupil.shown_name = "Zoya K";
    pupil.class_name = "Owls";
    pupil.language = "ur";
    pupil.start = *SchoolDay::parse("2025-09-01");
    made->pupils.push_back(pupil);
    made->cards[card(i)] = PupilId(i);
  }
  made->pupils[0].family = made->pupils[1].family = "one";
  made->pupils[2].group = reg::YearGroup::n2;
  made->pupils[3].leaving = *SchoolDay::parse("2025-12-19");
  made->pupils[4].see_office = true;
  made->pupils[5].never_show = true;
  made->pupils[6].pattern = *reg::AttendancePattern::parse("0000000000");
  made->calendar = *reg::Calendar::from_periods({{*SchoolDay::parse("2025-09-01"),
                                                  *SchoolDay::parse("2026-12-18"),
                                                  reg::PeriodKind::term,
                                                  "Year",
                                                  {}}});
  made->times = reg::policy_times(*SchoolDay::parse("2025-09-01"));
  return made;
}

/// A kiosk whose disk answers when it is told to.
struct Door {
  State state = restored(5, book(), {});
  Moment now;
  std::uint64_t seq = 0;
  std::vector<Effect> effects;

  explicit Door(const std::string& local = "2026-01-12T08:41:00") {
    state.evidence.time_service_synced = true;
    at(local);
  }
  void at(const std::string& local) {
    now.wall = *parse_local(local);
    now.steady = Steady{now.wall.ms - 1'700'000'000'000};
  }
  void send(const Event& event) {
    auto stepped = step(std::move(state), event, now);
    state = std::move(stepped.state);
    effects = std::move(stepped.effects);
  }
  void hold(const reg::CardHash& held) { send(CardTapped{held, now.wall, now.steady}); }
  void written() { send(Written{state.writing->request, ++seq}); }
  Screen tap(int pupil) {
    hold(card(pupil));
    if (state.writing) written();
    return screen();
  }
  Screen screen() const { return screen_of(state, now); }
  std::string proposal(int pupil) {
    hold(card(pupil));
    const auto code = std::get<reg::Arrived>(state.writing->event).proposal;
    written();
    return code ? std::string(code->text()) : "-";
  }
};

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
  reg::ClockEvidence good;
  good.time_service_synced = true;
  door.send(ClockEvidenceChanged{good});
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

TEST(Flow, always_comes_back_to_idle_and_never_ticks_without_the_disk) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 dice(seed);
    Door door;
    for (int i = 0; i < 20'000; ++i) {
      const auto roll = dice() % 8;
      const auto before = door.screen();
      const auto pass = static_cast<std::int64_t>(dice() % 9'000);
      door.now.steady = door.now.steady + Millis{pass};
      door.now.wall = door.now.wall + Millis{pass};
      const bool wrote = roll == 0 && door.state.writing.has_value();
      if (wrote)
        door.written();
      else if (roll == 1)
        door.send(Pressed{"not_me"});
      else if (roll == 2 && door.state.writing)
        door.send(WriteFailed{door.state.writing->request, WriteFault::full});
      else if (roll == 3)
        door.send(Tick{});
      else
        door.hold(card(static_cast<int>(dice() % 9)));
      const auto kind = door.screen().kind;
      const bool tick = kind == ScreenKind::on_time || kind == ScreenKind::late ||
                        kind == ScreenKind::after_close;
      ASSERT_TRUE(!tick || wrote || before.kind == kind) << seed << " " << i;
      Door alone = door;
      alone.now.steady = alone.now.steady + kResultStays;
      ASSERT_EQ(alone.screen().kind, ScreenKind::idle);
    }
  }
}

}  // namespace
}  // namespace handbell::kiosk
