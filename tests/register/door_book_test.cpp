#include "app/register/door_book.h"

#include "dates.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

DoorBook book() {
  DoorBook made;
  made.version = 7;
  DoorPupil owl;
  owl.id = PupilId(3);
  owl.class_name = "Owls";
  owl.start = day("2025-09-01");
  owl.leaving = day("2026-01-16");
  owl.pattern = *AttendancePattern::parse("1010101000");
  owl.plans.push_back({{day("2026-01-13"), Half::am}, {code_of("M"), true}});
  made.pupils = {owl};
  made.cards[CardHash{1}] = PupilId(3);
  made.pictures["Owls"] = "owl";
  made.times = policy_times(day("2025-09-01"));
  return made;
}

TEST(DoorBook, finds_a_child_by_card_and_nobody_by_another) {
  const auto held = book();
  ASSERT_NE(held.pupil_of(CardHash{1}), nullptr);
  EXPECT_EQ(held.pupil_of(CardHash{1})->id, PupilId(3));
  EXPECT_EQ(held.pupil_of(CardHash{2}), nullptr);
  EXPECT_EQ(held.pupil(PupilId(2)), nullptr);
  EXPECT_EQ(held.picture_of("Owls"), "owl");
  EXPECT_EQ(held.picture_of("Foxes"), "");
}

TEST(DoorBook, knows_who_is_expected_on_roll_and_what_was_told) {
  const auto held = book();
  const auto& child = *held.pupil(PupilId(3));
  const auto at = *TimeOfDay::parse("08:52");
  const auto tuesday = held.facts(child, {day("2026-01-13"), Half::am}, at, true);
  EXPECT_TRUE(tuesday.expected);
  EXPECT_TRUE(tuesday.on_roll);
  ASSERT_TRUE(tuesday.planned.has_value());
  EXPECT_EQ(tuesday.planned->code, code_of("M"));
  EXPECT_TRUE(tuesday.window.has_value());
  EXPECT_FALSE(held.facts(child, {day("2026-01-13"), Half::pm}, at, true).expected);
  EXPECT_FALSE(held.facts(child, {day("2026-01-19"), Half::am}, at, true).on_roll);
}

TEST(AttendancePattern, is_ten_digits_or_full_time) {
  EXPECT_EQ(AttendancePattern::parse("")->text(), "1111111111");
  EXPECT_EQ(AttendancePattern::parse("1010101000")->text(), "1010101000");
  for (const auto* wrong : {"101010100", "10101010001", "10101O1000"}) {
    EXPECT_EQ(AttendancePattern::parse(wrong).error().code, FaultCode::bad_pattern);
  }
  EXPECT_FALSE(AttendancePattern().expects({day("2026-01-17"), Half::am}));
}

}  // namespace
}  // namespace handbell::reg
