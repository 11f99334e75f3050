// On which day an event counts whose kiosk did not know the time (D17, D28), asked of the twin in
// memory and of SQLite's file.
#include "app/register/presence.h"
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

const char* const kMonday = "2026-01-12";
const char* const kTuesday = "2026-01-13";
const char* const kWednesday = "2026-01-14";
constexpr std::uint64_t kBoot = 0xF000'0000'0000'0007;  // more than a signed number holds

class UntimedContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
  }
  static reg::DoorMoment untrusted(std::uint64_t boot = kBoot) {
    return {Instant{0}, Steady{10'000}, boot, false, false};
  }
  void arrives(int pupil) {
    reg::Arrived arrived;
    arrived.pupil = PupilId(pupil);
    arrived.at = untrusted();
    arrived.outcome = reg::Outcome::clock_unverified;
    door_.write(arrived, Instant{0});
  }
  void asks(int pupil) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(pupil);
    asked.at = untrusted();
    asked.who = "mum";
    door_.write(asked, Instant{0});
  }
  /// Of the moment of untrusted(): a minute before.
  void clock_is_known(const char* local, std::uint64_t boot = kBoot) {
    door_.write(reg::ClockKnown{boot, Steady{70'000}, instant(local)}, instant(local));
  }
  void received(const char* local) {
    const auto answer = store_->apply(door_.message(sent_ + 1), instant(local));
    ASSERT_TRUE(answer) << sentence(answer.error());
    ASSERT_EQ(answer->fault, "");
    sent_ = door_.entries().size();
  }
  /// The numbers of the events that count on that day, clocks in brackets.
  std::string counted(const char* day) {
    const auto of_day = numbers_in(*store_->events(on(day)));
    auto of_days = *store_->events_between(on(day).plus(-3), on(day).plus(3));
    EXPECT_EQ(of_day, numbers_in(of_days[on(day)])) << "the same where many days are asked about";
    return of_day;
  }
  static std::string numbers_in(const std::vector<reg::SeenEvent>& events) {
    std::string text;
    for (const auto& seen : events) {
      const auto number = std::to_string(seen.ref.seq);
      const bool clock = std::holds_alternative<reg::ClockKnown>(seen.event);
      text += (text.empty() ? "" : " ") + (clock ? "(" + number + ")" : number);
    }
    return text;
  }
  reg::Place place(int pupil, const char* day) {
    const auto events = store_->events(on(day));
    const auto told = store_->told(on(day));
    const reg::Presence presence({*events, *told}, on(day), at_time("18:00"));
    return presence.where(PupilId(pupil), from_local(on(day), at_time("12:00"))).place;
  }
  void stands() {
    const auto verified = store_->verify();
    EXPECT_TRUE(verified) << sentence(verified.error());
  }

  PowerCutVfs vfs_{"untimed"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  std::size_t sent_ = 0;
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
  const std::string journal_ = "A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1";
};

TEST_P(UntimedContract, what_never_gets_a_time_counts_on_the_day_when_it_was_received_alone) {
  arrives(1);
  received("2026-01-12T08:45:00");
  EXPECT_EQ(counted(kMonday), "1");
  EXPECT_EQ(counted(kTuesday), "");
  const auto day = store_->day_counted({journal_, 1});
  EXPECT_EQ(*day, std::optional(on(kMonday)));
  const auto none = store_->day_counted({journal_, 2});
  EXPECT_EQ(*none, std::nullopt);
  EXPECT_EQ(place(1, kMonday), reg::Place::at_door) << "on Monday's list in a fire";
  EXPECT_NE(place(1, kTuesday), reg::Place::at_door) << "and on no other day's";
  stands();
}

TEST_P(UntimedContract, what_gets_a_time_counts_on_that_day_alone_D17_D28) {
  arrives(1);
  received("2026-01-13T09:00:00");
  EXPECT_EQ(counted(kTuesday), "1");
  clock_is_known("2026-01-12T08:31:00");
  received("2026-01-13T09:01:00");
  EXPECT_EQ(counted(kMonday), "1 (2)");
  EXPECT_EQ(counted(kTuesday), "");
  EXPECT_EQ(place(1, kMonday), reg::Place::at_door);
  EXPECT_NE(place(1, kTuesday), reg::Place::at_door);
  stands();
}

TEST_P(UntimedContract, what_a_kiosk_wrote_in_1970_is_kept_as_long_as_that_days_others_D39) {
  arrives(1);
  asks(2);
  received("2026-01-12T13:00:00");
  EXPECT_TRUE(store_->due(on(kTuesday))->events.empty());
  const auto due = store_->due(on("2027-09-01"))->events;
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due.begin()->second, std::vector<std::uint64_t>{2}) << "the request, not the evidence";
}

TEST_P(UntimedContract, a_clock_of_another_start_moves_nothing) {
  arrives(1);
  clock_is_known("2026-01-12T08:31:00", 8);
  received("2026-01-13T09:00:00");
  EXPECT_EQ(counted(kTuesday), "1");
  EXPECT_EQ(counted(kMonday), "");
}

TEST_P(UntimedContract, an_event_that_comes_after_its_clock_is_placed_at_once) {
  clock_is_known("2026-01-12T08:31:00");
  received("2026-01-12T08:31:00");
  arrives(2);
  received("2026-01-13T09:00:00");
  EXPECT_EQ(counted(kMonday), "2 (1)");
  EXPECT_EQ(counted(kTuesday), "");
}

TEST_P(UntimedContract, of_two_clocks_the_earliest_decides_also_if_it_is_heard_last_D28) {
  arrives(1);
  door_.write(reg::ClockKnown{kBoot, Steady{90'000}, instant("2026-01-13T08:31:00")}, {});
  received("2026-01-14T09:00:00");
  EXPECT_EQ(counted(kTuesday), "1 (2)");
  clock_is_known("2026-01-12T08:31:00");
  received("2026-01-14T09:01:00");
  EXPECT_EQ(counted(kMonday), "1 (2) (3)");
  EXPECT_EQ(counted(kTuesday), "");
  stands();
}

TEST_P(UntimedContract, a_request_that_was_answered_is_found_with_its_answer) {
  asks(1);
  asks(2);
  received("2026-01-13T13:00:00");
  const reg::ReleaseAnswer refused{{journal_, 1},
                                   PupilId(1),
                                   Instant{0},
                                   reg::ReleaseStep::refused,
                                   instant("2026-01-13T13:01:00"),
                                   {},
                                   {},
                                   {},
                                   "Nobody is known",
                                   "",
                                   patel_};
  ASSERT_TRUE(store_->answer_release(refused, refused.at));
  clock_is_known("2026-01-12T12:55:00");
  received("2026-01-13T13:02:00");
  EXPECT_EQ(counted(kTuesday), "1 (3)");
  EXPECT_EQ(counted(kMonday), "2 (3)");
  const auto events = store_->events(on(kTuesday));
  const auto releases = releases_of({*events, {}}, *store_->release_answers(on(kTuesday)));
  ASSERT_EQ(releases.size(), 1U);
  EXPECT_EQ(releases[0].state, reg::ReleaseState::refused);
  stands();
}

TEST_P(UntimedContract, what_was_taken_back_stays_taken_back_when_its_time_becomes_known) {
  arrives(1);
  received("2026-01-13T09:00:00");
  ASSERT_TRUE(
      store_->tell(reg::TakenBack{{journal_, 1}, instant("2026-01-13T09:05:00"), "a game", patel_},
                   instant("2026-01-13T09:05:00")));
  EXPECT_NE(place(1, kTuesday), reg::Place::at_door);
  clock_is_known("2026-01-12T08:31:00");
  received("2026-01-13T09:06:00");
  EXPECT_NE(place(1, kMonday), reg::Place::at_door);
  EXPECT_NE(place(1, kTuesday), reg::Place::at_door);
  stands();
}

INSTANTIATE_TEST_SUITE_P(Stores, UntimedContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

/// A register of before there was a list, as the migration finds it.
TEST(Untimed, an_older_register_places_its_events_by_the_entries_around_them) {
  PowerCutVfs vfs("older");
  CountedRandom random;
  PaperKiosk door(1, 0xA1);
  const auto untimed = [&](int pupil, std::uint64_t boot) {
    reg::Arrived arrived;
    arrived.pupil = PupilId(pupil);
    arrived.at = {Instant{0}, Steady{10'000}, boot, false, false};
    door.write(arrived, Instant{0});
  };
  door.tap(PupilId(1), instant("2026-01-12T08:31:00"), {});
  untimed(2, 7);
  untimed(3, 8);
  door.tap(PupilId(1), instant("2026-01-13T08:31:00"), {});
  untimed(2, 9);
  door.write(reg::ClockKnown{9, Steady{10'000}, instant("2026-01-14T08:31:00")}, {});
  {
    const auto file = *RegisterFile::open("register.db", random, {vfs.vfs_name()});
    ASSERT_TRUE(file->put_pupils(three_pupils()));
    ASSERT_TRUE(file->enrol("Front door", {1}));
    ASSERT_TRUE(file->apply(door.message(1), instant("2026-03-02T08:00:00")));
  }
  SQLite::Database(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs.vfs_name())
      .exec("DELETE FROM untimed");
  const auto file = *RegisterFile::open("register.db", random, {vfs.vfs_name()});
  const auto seen_on = [&](const char* day) {
    std::string numbers;
    const auto events = file->events(on(day));
    for (const auto& seen : *events) numbers += std::to_string(seen.ref.seq) + " ";
    return numbers;
  };
  EXPECT_EQ(seen_on(kMonday), "1 2 ");
  EXPECT_EQ(seen_on(kTuesday), "4 3 ");
  EXPECT_EQ(seen_on(kWednesday), "5 6 ");
  EXPECT_EQ(seen_on("2026-03-02"), "");
  EXPECT_TRUE(file->verify());
}

TEST(Untimed, verify_names_an_event_that_stands_on_no_day) {
  PowerCutVfs vfs("listed");
  CountedRandom random;
  PaperKiosk door(1, 0xA1);
  door.tap(PupilId(1), Instant{0}, {}, false);
  const auto file = *RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file->put_pupils(three_pupils()));
  ASSERT_TRUE(file->enrol("Front door", {1}));
  ASSERT_TRUE(file->apply(door.message(1), instant("2026-03-02T08:00:00")));
  SQLite::Database(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs.vfs_name())
      .exec("DELETE FROM untimed");
  EXPECT_EQ(file->verify().error().code, FaultCode::entry_missing);
}

}  // namespace
}  // namespace handbell::store
