#include "app/register/roll_record.h"

#include "small_school.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace handbell::reg {
namespace {

const Instant kRollBegun = from_local(on("2026-01-12"), at_time("12:30"));
const Author kRollPatel = *Author::parse("R Patel, Office manager");
const Author kRollOkoro = *Author::parse("J Okoro, Class teacher");

GivenTick tick(std::uint64_t id, int pupil, RollSaid said, int second,
               const Author& by = kRollPatel) {
  return {{id, PupilId(pupil), said, kRollBegun + seconds(second), {}}, by, "iPhone"};
}

RollTicks batch() {
  return {
      7, {tick(1, 1, RollSaid::here, 5).tick, tick(2, 2, RollSaid::here, 6).tick}, "", kRollPatel};
}

TEST(RollTick, the_newest_of_a_child_decides_whenever_the_office_heard_it) {
  const auto seen =
      merged({tick(1, 1, RollSaid::here, 20, kRollOkoro), tick(2, 1, RollSaid::not_here, 10)});
  EXPECT_EQ(seen.at(PupilId(1)).decides.tick.said, RollSaid::here);
  ASSERT_TRUE(seen.at(PupilId(1)).against) << "and what the other said is shown";
  EXPECT_EQ(seen.at(PupilId(1)).against->by, kRollPatel);
}

TEST(RollTick, two_who_see_the_same_child_count_him_once_and_differ_in_nothing) {
  auto with = tick(2, 1, RollSaid::with_adult, 12, kRollOkoro);
  with.tick.with = *NamePart::parse("Mrs Hill");
  const auto seen = merged({tick(1, 1, RollSaid::here, 10), with});
  EXPECT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen.at(PupilId(1)).decides.tick.said, RollSaid::with_adult);
  EXPECT_FALSE(seen.at(PupilId(1)).against);
}

TEST(RollTick, whoever_corrects_himself_is_no_conflict) {
  const auto own = merged({tick(1, 1, RollSaid::here, 10), tick(2, 1, RollSaid::not_here, 11)});
  EXPECT_EQ(own.at(PupilId(1)).decides.tick.said, RollSaid::not_here);
  EXPECT_FALSE(own.at(PupilId(1)).against);
  const auto both = merged({tick(1, 1, RollSaid::not_here, 10), tick(2, 1, RollSaid::here, 11),
                            tick(3, 1, RollSaid::here, 12, kRollOkoro)});
  EXPECT_FALSE(both.at(PupilId(1)).against);
}

TEST(RollTick, in_the_same_moment_somebody_looks_for_the_child) {
  const auto seen =
      merged({tick(9, 1, RollSaid::here, 10), tick(2, 1, RollSaid::not_here, 10, kRollOkoro)});
  EXPECT_EQ(seen.at(PupilId(1)).decides.tick.said, RollSaid::not_here);
  EXPECT_TRUE(seen.at(PupilId(1)).against);
}

TEST(RollTick, sent_twice_it_counts_once_as_it_was_first) {
  const auto first = tick(1, 1, RollSaid::here, 10);
  const auto resent = tick(1, 1, RollSaid::here, 12);
  EXPECT_EQ(merged({resent, first}), merged({first}));
}

/// A few children, people, phones, moments, so that everything collides.
std::vector<GivenTick> some_ticks(std::mt19937& random) {
  const auto up_to = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most)) + 1;
  };
  std::vector<GivenTick> ticks;
  for (int i = 0; i < 12; ++i) {
    auto one = tick(static_cast<std::uint64_t>(up_to(8)), up_to(3), static_cast<RollSaid>(up_to(3)),
                    up_to(4), up_to(2) == 1 ? kRollPatel : kRollOkoro);
    one.device = up_to(2) == 1 ? "iPhone" : "computer";
    if (one.tick.said == RollSaid::with_adult) one.tick.with = *NamePart::parse("Mrs Hill");
    ticks.push_back(one);
  }
  return ticks;
}

TEST(RollTick, several_phones_in_any_order_and_any_number_of_times_give_the_same) {
  std::mt19937 random(15);
  for (int round = 0; round < 2000; ++round) {
    auto ticks = some_ticks(random);
    const auto expected = merged(ticks);
    const auto again = ticks;
    ticks.insert(ticks.end(), again.begin(), again.begin() + round % 12);
    std::shuffle(ticks.begin(), ticks.end(), random);
    ASSERT_EQ(merged(ticks), expected) << "round " << round;
  }
}

TEST(RollTick, no_tick_is_lost_every_child_that_was_named_has_an_answer) {
  std::mt19937 random(16);
  for (int round = 0; round < 500; ++round) {
    auto ticks = some_ticks(random);
    std::uint64_t id = 100;
    for (auto& one : ticks) one.tick.id = ++id;
    const auto seen = merged(ticks);
    for (const auto& one : ticks) {
      ASSERT_TRUE(seen.contains(one.tick.pupil));
      ASSERT_LE(one.tick.at, seen.at(one.tick.pupil).decides.tick.at);
    }
  }
}

TEST(RollTicks, are_complete_with_a_call_numbers_and_the_adults_name) {
  EXPECT_TRUE(complete(batch()));
  auto nowhere = batch();
  nowhere.call = 0;
  EXPECT_FALSE(complete(nowhere));
  auto none = batch();
  none.ticks.clear();
  EXPECT_FALSE(complete(none));
  auto unnumbered = batch();
  unnumbered.ticks[1].id = 0;
  EXPECT_FALSE(complete(unnumbered));
  auto nobody = batch();
  nobody.ticks[0].said = RollSaid::with_adult;
  EXPECT_EQ(complete(nobody).error(), (Fault{FaultCode::entry_incomplete, "with which adult"}));
  auto wordy = batch();
  wordy.device = std::string(61, 'x');
  EXPECT_EQ(complete(wordy).error().code, FaultCode::entry_too_long);
  auto many = batch();
  many.ticks.assign(RollTicks::kMost + 1, many.ticks.front());
  EXPECT_EQ(complete(many).error().code, FaultCode::entry_too_long);
  auto named = batch();
  named.ticks.assign(60, {1, PupilId(1), RollSaid::with_adult, kRollBegun,
                          *NamePart::parse(std::string(80, 'x'))});
  EXPECT_EQ(complete(named).error().code, FaultCode::entry_too_long);
}

std::vector<DayNoteGiven> a_drill() {
  const RollStep begun{RollKind::drill, 0, kRollBegun, kRollPatel};
  const RollStep ended{RollKind::drill, 3, kRollBegun + minutes(6), kRollPatel};
  RollTicks first = batch();
  first.call = 3;
  first.ticks[1].said = RollSaid::not_here;
  RollTicks later = first;
  later.ticks = {tick(4, 2, RollSaid::here, 90).tick};
  later.by = kRollOkoro;
  // The phone without a network was heard last.
  return {{3, kRollBegun, begun},
          {4, kRollBegun, later},
          {5, kRollBegun, ended},
          {9, kRollBegun, first}};
}

TEST(RollRecord, a_roll_call_has_its_times_and_what_came_after_its_end) {
  const auto calls = held_roll_calls(a_drill());
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(calls[0].entry, 3U);
  ASSERT_TRUE(calls[0].ended);
  EXPECT_EQ(calls[0].ended->at - calls[0].begun.at, minutes(6));
  EXPECT_EQ(calls[0].ticks.size(), 3U);
  EXPECT_EQ(running(calls), nullptr);
  EXPECT_EQ(missing_then_found(calls[0]), 1U);
}

TEST(RollRecord, the_newest_that_did_not_end_runs_and_an_error_is_none) {
  auto notes = a_drill();
  notes.push_back({11, kRollBegun, RollStep{RollKind::real, 0, kRollBegun + hours(1), kRollOkoro}});
  auto error =
      DayNoteGiven{12, kRollBegun, RollStep{RollKind::drill, 0, kRollBegun + hours(2), kRollOkoro}};
  error.back = TakenBack{{"", 12}, kRollBegun, "wrong button", kRollOkoro};
  notes.push_back(error);
  const auto calls = held_roll_calls(notes);
  EXPECT_EQ(calls.size(), 2U);
  ASSERT_NE(running(calls), nullptr);
  EXPECT_EQ(running(calls)->entry, 11U);
}

}  // namespace
}  // namespace handbell::reg
