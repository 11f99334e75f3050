// What this door believes of today, where the clock may be wrong (D17).
#include "app/kiosk/flow/memory.h"

#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

constexpr int kFamily[] = {1, 2, 3};

/// A school day later, the program having run all the time.
void pass_to_the_next_morning(FamilyDoor& door) {
  door.pass(hours(24));
  door.send(Tick{});
  door.answer();
}

void lose_the_clock(FamilyDoor& door) {
  door.send(ClockEvidenceChanged{});
  door.answer();
}

std::size_t ticked(const Screen& screen) {
  return static_cast<std::size_t>(
      std::count_if(screen.choices.begin(), screen.choices.end(),
                    [](const Choice& choice) { return choice.ticked; }));
}

TEST(Memory, takes_nobody_of_yesterday_for_in_where_the_clock_is_lost) {
  FamilyDoor door;
  for (const int child : kFamily) door.card_of(child);
  pass_to_the_next_morning(door);
  lose_the_clock(door);
  const auto before = door.arrivals();
  door.card_of(kFamilyCard);
  ASSERT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_EQ(ticked(door.screen()), 0U);
  door.press("all_here");
  EXPECT_EQ(door.arrivals(), before + 3) << "each is recorded";
}

TEST(Memory, forgets_by_the_next_day_what_was_tapped_without_a_clock) {
  FamilyDoor door;
  lose_the_clock(door);
  for (const int child : kFamily) door.card_of(child);
  pass_to_the_next_morning(door);
  door.trust();
  door.answer();
  door.card_of(kFamilyCard);
  ASSERT_EQ(door.kind(), ScreenKind::siblings);
  EXPECT_EQ(ticked(door.screen()), 0U);
}

TEST(Memory, knows_this_mornings_children_once_the_clock_is_there) {
  FamilyDoor door;
  lose_the_clock(door);
  door.card_of(1);
  door.trust();
  door.answer();
  ASSERT_EQ(door.all<reg::ClockKnown>().size(), 1U);
  ASSERT_EQ(door.state.seen.size(), 1U);
  ASSERT_TRUE(door.state.seen.front().session) << "it has its day now";
  EXPECT_EQ(door.state.seen.front().session->day, *SchoolDay::parse("2026-01-12"));
  door.pass(minutes(2));
  const auto before = door.arrivals();
  door.card_of(1);
  EXPECT_EQ(door.kind(), ScreenKind::already_in);
  EXPECT_EQ(door.arrivals(), before + 1) << "kept as a later tap of the same card";
}

TEST(Memory, starts_anew_with_nobody_of_another_start_of_the_machine) {
  FamilyDoor door;
  lose_the_clock(door);
  door.card_of(1);
  std::vector<PastEvent> past;
  for (const auto& event : door.kept) past.push_back({past.size() + 1, event});
  const auto anew = restored(door.state.boot + 1, families(), past);
  reg::DoorMoment now{door.now.wall, Steady{5'000}, door.state.boot + 1, false, false};
  EXPECT_EQ(seen_today(anew, PupilId(1), now), Seen::not_yet);
  const auto same = restored(door.state.boot, families(), past);
  now.boot = door.state.boot;
  now.steady = door.now.steady;
  EXPECT_EQ(seen_today(same, PupilId(1), now), Seen::in);
}

}  // namespace
}  // namespace handbell::kiosk
