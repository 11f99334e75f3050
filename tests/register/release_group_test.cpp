#include "app/register/release_group.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg::release_grouping {
namespace {

School school() {
  School made;
  made.pupils = three_pupils();
  std::int64_t number = 0;
  for (auto& pupil : made.pupils) pupil.id = PupilId(++number);
  made.pupils[0].family = "K";
  made.pupils[1].family = "K";
  return made;
}

Release asked(std::uint64_t seq, int pupil, const char* at, const char* who = "mum") {
  ReleaseAsked event;
  event.pupil = PupilId(pupil);
  event.who = who;
  return {{"A", seq}, event, instant(at), ReleaseState::asked, {}};
}

std::string shape(const std::vector<Release>& releases) {
  std::string words;
  for (const auto& group : together(releases, school())) {
    if (!words.empty()) words += " ";
    for (const auto& one : group) words += std::to_string(one.asked.pupil.number());
  }
  return words;
}

TEST(ReleaseGroup, siblings_asked_for_within_two_minutes_are_checked_once) {
  const auto first = asked(1, 1, "2026-01-12T13:00:00");
  EXPECT_EQ(shape({first, asked(2, 2, "2026-01-12T13:01:59")}), "12");
  EXPECT_EQ(shape({first, asked(2, 2, "2026-01-12T13:02:01")}), "1 2");
  EXPECT_EQ(shape({first, asked(2, 2, "2026-01-12T13:00:30", "grandparent")}), "1 2");
}

TEST(ReleaseGroup, two_mothers_at_one_door_are_checked_one_by_one) {
  EXPECT_EQ(shape({asked(1, 1, "2026-01-12T13:00:00"), asked(2, 3, "2026-01-12T13:00:10")}), "1 3");
  EXPECT_EQ(shape({asked(1, 3, "2026-01-12T13:00:00"), asked(2, 3, "2026-01-12T13:00:10")}), "3 3");
}

TEST(ReleaseGroup, an_answer_to_one_child_and_another_door_part_them) {
  auto granted = asked(2, 2, "2026-01-12T13:00:10");
  granted.state = ReleaseState::granted;
  EXPECT_EQ(shape({asked(1, 1, "2026-01-12T13:00:00"), granted}), "1 2");
  auto other_door = asked(2, 2, "2026-01-12T13:00:10");
  other_door.ref.journal = "B";
  EXPECT_EQ(shape({asked(1, 1, "2026-01-12T13:00:00"), other_door}), "1 2");
  EXPECT_EQ(shape({asked(1, 1, "2026-01-12T13:00:00"), asked(2, 1, "2026-01-12T13:00:10")}), "1 1");
}

}  // namespace
}  // namespace handbell::reg::release_grouping
