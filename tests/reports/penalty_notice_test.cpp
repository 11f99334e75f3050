#include "app/reports/penalty_notice.h"

#include "attendance_kit.h"
#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

PenaltyNotice notice(const char* issued, bool withdrawn = false) {
  return {kPupil, "mother", day(issued), withdrawn};
}

void read_notices(std::vector<PenaltyNotice>& notices, const nlohmann::json& input, const char* key,
                  const char* parent) {
  if (!input.contains(key)) return;
  for (const auto& one : input.at(key)) {
    notices.push_back(
        {kPupil, parent, day(one.at("issued").get<std::string>()), one.value("withdrawn", false)});
  }
}

void expect_amount(const std::optional<Amount>& amount, const nlohmann::json& expected,
                   const char* pounds, const char* days) {
  const bool named = expected.contains(pounds) && !expected.at(pounds).is_null();
  ASSERT_EQ(amount.has_value(), named) << pounds;
  if (!named) return;
  EXPECT_EQ(amount->pounds, expected.at(pounds).get<int>());
  EXPECT_EQ(amount->within_days, expected.at(days).get<int>());
}

TEST(PenaltyNotice, the_worked_examples_hold_D37) {
  const auto examples = reg::worked_examples("penalty_escalation");
  ASSERT_GE(examples.size(), 4U);
  for (const auto& example : examples) {
    SCOPED_TRACE(example.at("id").get<std::string>());
    const auto& input = example.at("input");
    const auto& expected = example.at("expected");
    std::vector<PenaltyNotice> notices;
    read_notices(notices, input, "notices_to_this_parent_for_this_child", "mother");
    read_notices(notices, input, "notices_to_other_parent", "father");
    const auto on = day(input.at("threshold_met_on").get<std::string>());
    const auto next = next_step(notices, "mother", kPupil, on);
    EXPECT_EQ(text_of(next.step), expected.at("next_step").get<std::string>());
    expect_amount(next.early, expected, "amount_early", "early_days");
    expect_amount(next.late, expected, "amount_late", "pay_within_days");
  }
}

TEST(PenaltyNotice, a_withdrawn_one_does_not_count) {
  const auto next = next_step({notice("2025-02-10", true)}, "mother", kPupil, day("2025-11-12"));
  EXPECT_EQ(next.step, NextStep::first_notice);
}

TEST(PenaltyNotice, a_sisters_notice_does_not_count) {
  PenaltyNotice sisters = notice("2025-02-10");
  sisters.pupil = PupilId(2);
  EXPECT_EQ(next_step({sisters}, "mother", kPupil, day("2025-11-12")).step, NextStep::first_notice);
}

TEST(PenaltyNotice, the_day_before_the_third_anniversary_still_counts) {
  const std::vector notices{notice("2025-02-10")};
  EXPECT_EQ(next_step(notices, "mother", kPupil, day("2028-02-09")).step, NextStep::second_notice);
  EXPECT_EQ(next_step(notices, "mother", kPupil, day("2028-02-10")).step, NextStep::first_notice);
}

TEST(PenaltyNotice, of_29_February_ends_on_28_February) {
  EXPECT_EQ(anniversary(day("2028-02-29"), 3), day("2031-02-28"));
  EXPECT_EQ(anniversary(day("2028-02-29"), 4), day("2032-02-29"));
  EXPECT_EQ(anniversary(day("2198-05-01"), 3), day("2199-05-01"));
}

TEST(PenaltyNotice, one_that_is_issued_later_does_not_count_before) {
  EXPECT_EQ(next_step({notice("2026-02-10")}, "mother", kPupil, day("2025-11-12")).step,
            NextStep::first_notice);
}

TEST(PenaltyNotice, a_third_is_never_offered_and_the_reason_names_the_first_two) {
  const auto next = next_step({notice("2026-03-02"), notice("2025-02-10"), notice("2026-05-05")},
                              "mother", kPupil, day("2026-06-01"));
  EXPECT_EQ(next.step, NextStep::alternative_action);
  EXPECT_FALSE(next.late);
  EXPECT_NE(sentence(next).find("Monday 10 February 2025 and Monday 2 March 2026"),
            std::string::npos);
}

TEST(PenaltyNotice, the_amounts_stand_in_the_sentence) {
  EXPECT_EQ(sentence(next_step({}, "mother", kPupil, day("2026-06-01"))),
            "No notice counts for this parent and child: a first would be 80 pounds within 21 "
            "days, else 160 within 28.");
}

}  // namespace
}  // namespace handbell::reports
