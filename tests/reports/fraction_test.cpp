#include "app/reports/fraction.h"

#include "app/reports/absence_flags.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reports {
namespace {

AbsenceFlags flags_with(int attended, int absent) {
  AttendanceCount count;
  count.add(reg::code_of("/"), attended, 0);
  count.add(reg::code_of("I"), absent, 0);
  return absence_flags(count);
}

TEST(Fraction, what_prints_96_5_may_be_below_it_D30) {
  const auto share = Fraction::of(273, 283);
  EXPECT_EQ(share.text(), "96.5");
  EXPECT_TRUE(share.below(965));
}

TEST(Fraction, halves_go_up_D30) {
  EXPECT_EQ(Fraction::of(1, 2000).text(), "0.1");
  EXPECT_EQ(Fraction::of(1, 2001).text(), "0.0");
  EXPECT_EQ(Fraction::of(1999, 2000).text(), "100.0");
  EXPECT_EQ(Fraction::of(2, 3).text(), "66.7");
}

TEST(Fraction, of_nothing_is_a_dash_and_no_limit_is_missed_or_met_D32) {
  const auto nothing = Fraction::of(0, 0);
  EXPECT_EQ(nothing.text(), "–");
  EXPECT_FALSE(nothing.below(965));
  EXPECT_FALSE(nothing.at_least(0));
  EXPECT_EQ(flags_with(0, 0), AbsenceFlags());
}

RC_GTEST_PROP(Fraction, prints_the_tenth_that_lies_nearest_and_compares_exactly, ()) {
  const auto whole = *rc::gen::inRange<std::int64_t>(1, 5000);
  const auto part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
  const auto limit = *rc::gen::inRange(0, 1001);
  const auto share = Fraction::of(part, whole);
  // Written out by hand: the whole per cent, then one digit, and half a tenth or more carries.
  std::int64_t digits = part * 1000 / whole;
  if ((part * 1000 % whole) * 2 >= whole) ++digits;
  const std::string text = std::to_string(digits / 10) + "." + std::to_string(digits % 10);
  RC_ASSERT(share.text() == text);
  const bool exactly_below = part * 1000 - limit * whole < 0;
  RC_ASSERT(share.below(limit) == exactly_below);
  RC_ASSERT(share.at_least(limit) == !exactly_below);
}

TEST(AbsenceFlags, a_tenth_missed_is_persistent_and_half_is_severe_as_well_D30_D43) {
  EXPECT_TRUE(flags_with(342, 38).persistent);
  EXPECT_FALSE(flags_with(343, 37).persistent);
  EXPECT_FALSE(flags_with(342, 38).severe);
  EXPECT_TRUE(flags_with(26, 26).severe && flags_with(26, 26).persistent);
  EXPECT_FALSE(flags_with(27, 26).severe);
}

TEST(AbsenceFlags, at_risk_is_from_7_to_under_10_per_cent) {
  EXPECT_FALSE(flags_with(931, 69).at_risk);
  EXPECT_TRUE(flags_with(930, 70).at_risk);
  EXPECT_TRUE(flags_with(901, 99).at_risk);
  EXPECT_FALSE(flags_with(900, 100).at_risk);
}

TEST(AbsenceFlags, exactly_96_5_and_exactly_95_are_not_below_D30) {
  EXPECT_FALSE(flags_with(193, 7).below_target);
  EXPECT_TRUE(flags_with(192, 8).below_target);
  EXPECT_FALSE(flags_with(190, 10).below_contract);
  EXPECT_TRUE(flags_with(189, 11).below_contract);
}

TEST(AbsenceFlags, under_60_possible_sessions_are_tagged_and_never_left_out_D41) {
  EXPECT_TRUE(flags_with(8, 51).small_numbers && flags_with(8, 51).severe);
  EXPECT_FALSE(flags_with(9, 51).small_numbers);
}

}  // namespace
}  // namespace handbell::reports
