#include "app/register/typed_arrival.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

School oak_lane() {
  School school;
  auto rows = three_pupils();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
  }
  school.pupils = rows;
  school.calendar = *Calendar::from_periods(one_year());
  school.times = policy_times(on("2025-09-01"));
  return school;
}

const Author& patel() {
  static const Author kAuthor = *Author::parse("R Patel, Office");
  return kAuthor;
}

Mark teachers(const char* code) {
  return {7,
          instant("2026-01-12T08:45:00"),
          {PupilId(1),
           {on("2026-01-12"), Half::am},
           code_of(code),
           {},
           {},
           "register",
           "Class teacher",
           *Author::parse("J Okoro, Class teacher")},
          0};
}

TypedArrival of(int pupil, const char* at, const std::optional<Mark>& mark = std::nullopt) {
  static const School kSchool = oak_lane();
  return judge_typed(kSchool, *kSchool.pupil(PupilId(pupil)), instant(at), mark);
}

TEST(TypedArrival, is_judged_as_the_door_judges_to_the_displayed_minute_D01) {
  const auto late = of(1, "2026-01-12T08:52:59");
  EXPECT_EQ(late.suggested(), code_of("L"));
  EXPECT_EQ(late.judgement.minutes_late, 17);
  EXPECT_EQ(of(1, "2026-01-12T09:00:00").suggested(), code_of("U"));
  EXPECT_FALSE(of(1, "2026-01-12T08:35:59").suggested()) << "in time: the teacher marks (D02)";
}

TEST(TypedArrival, answers_a_mark_that_says_nobody_saw_the_child_D10) {
  const auto late = of(1, "2026-01-12T09:04:00", teachers("N"));
  EXPECT_EQ(late.suggested(), code_of("U"));
  EXPECT_FALSE(late.differs());
}

TEST(TypedArrival, leaves_a_persons_mark_unless_it_is_changed_with_a_reason_D09) {
  const auto late = of(1, "2026-01-12T08:52:00", teachers("/"));
  EXPECT_TRUE(late.differs());
  EXPECT_FALSE(late.suggested());
  EXPECT_EQ(typed_mark(late, code_of("L"), {"Overslept", ""}, patel()).error().code,
            FaultCode::entry_incomplete);
  const auto changed = typed_mark(late, code_of("L"), {"Overslept", "was not in class"}, patel());
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->reason, "was not in class. Said: Overslept.");
  EXPECT_EQ(changed->minutes_late, 17);
  EXPECT_EQ(changed->source, "Office");
}

TEST(TypedArrival, another_mark_than_the_suggested_one_needs_a_reason_and_has_no_minutes) {
  const auto late = of(1, "2026-01-12T09:02:00");
  EXPECT_FALSE(typed_mark(late, code_of("M"), {}, patel()));
  const auto changed = typed_mark(late, code_of("M"), {"", "told at 07:30"}, patel());
  ASSERT_TRUE(changed);
  EXPECT_FALSE(changed->minutes_late);
  const auto taken = typed_mark(late, code_of("U"), {"Traffic", ""}, patel());
  ASSERT_TRUE(taken) << "as suggested it needs none";
  EXPECT_EQ(taken->minutes_late, 27);
  EXPECT_NE(taken->reason.find("Said: Traffic."), std::string::npos);
}

TEST(TypedArrival, each_child_of_a_family_by_its_own_year_group_D14) {
  EXPECT_NE(of(1, "2026-01-12T08:50:00").judgement, of(3, "2026-01-12T08:50:00").judgement);
}

TEST(TypedArrival, of_a_child_who_should_be_elsewhere_is_urgent_D06) {
  const auto off_the_trip = of(1, "2026-01-12T09:20:00", teachers("V"));
  EXPECT_TRUE(off_the_trip.judgement.urgent);
  EXPECT_FALSE(off_the_trip.suggested());
  EXPECT_FALSE(off_the_trip.differs());
}

TEST(TypedArrival, siblings_are_offered_by_name_but_none_who_is_hidden_or_has_left) {
  School school = oak_lane();
  for (auto& pupil : school.pupils) pupil.family = "khan";
  const auto day = on("2026-01-12");
  auto found = siblings_of(school, school.pupils[0], day);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0]->full_name(), "Ben Ross");
  school.pupils[1].hide_siblings = true;
  school.pupils[2].leaving = on("2026-01-09");
  EXPECT_TRUE(siblings_of(school, school.pupils[0], day).empty());
  EXPECT_TRUE(siblings_of(school, school.pupils[1], day).empty());
  school.pupils[0].family.clear();
  EXPECT_TRUE(siblings_of(school, school.pupils[0], day).empty());
}

}  // namespace
}  // namespace handbell::reg
