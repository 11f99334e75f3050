#include "app/reports/stage.h"

#include "attendance_kit.h"
#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

std::vector<std::string> texts(const Stages& found) {
  std::vector<std::string> all;
  for (const StageReason reason : found.reasons) all.emplace_back(text_of(reason));
  return all;
}

StageFacts in_school(int absent, int possible) { return {0, absent, possible, true}; }

TEST(Stage, the_worked_examples_hold_D40) {
  const auto examples = reg::worked_examples("stage");
  ASSERT_GE(examples.size(), 9U);
  for (const auto& example : examples) {
    const auto& input = example.at("input");
    const StageFacts facts{input.at("day_of_current_absence").get<int>(),
                           input.at("absent_sessions_this_year").get<int>(),
                           input.at("possible_sessions_this_year").get<int>(),
                           input.at("definitive_reason_known").get<bool>()};
    EXPECT_EQ(texts(stages(facts)),
              example.at("expected").at("stages").get<std::vector<std::string>>())
        << example.at("id");
  }
}

TEST(Stage, more_than_ten_days_in_the_year_is_stage_four_whatever_the_rate) {
  EXPECT_EQ(texts(stages(in_school(21, 800))), (std::vector<std::string>{"S4_more_than_10_days"}));
  EXPECT_EQ(stages(in_school(21, 800)).highest(), 4);
  EXPECT_EQ(stages(in_school(20, 800)).highest(), 0);
}

TEST(Stage, the_printed_rate_decides_nothing_D30) {
  // 273 of 283 prints 96.5 % and is below it.
  EXPECT_EQ(texts(stages(in_school(10, 283))), (std::vector<std::string>{"S3_below_96_5"}));
  EXPECT_EQ(texts(stages(in_school(7, 200))), (std::vector<std::string>{"S3_close_to_96_5"}));
  EXPECT_TRUE(stages(in_school(6, 200)).reasons.empty());
  EXPECT_EQ(stages(in_school(10, 200)).highest(), 3);  // 95.0 % exactly
}

TEST(Stage, nothing_possible_is_no_rate_and_no_stage_D32) {
  EXPECT_TRUE(stages(in_school(0, 0)).reasons.empty());
}

TEST(Stage, small_numbers_are_shown_and_tagged_never_hidden_D41) {
  const auto cold = stages(in_school(4, 20));
  EXPECT_EQ(cold.highest(), 4);
  EXPECT_TRUE(cold.small_numbers);
  EXPECT_FALSE(stages(in_school(4, 60)).small_numbers);
  EXPECT_EQ(sentence(StageReason::below_contract, cold.facts),
            "4 of 20 sessions missed this school year: below 95.0 %, by small numbers.");
}

TEST(Stage, day_three_stays_on_the_list_and_two_days_are_for_ringing) {
  EXPECT_EQ(texts(stages({2, 0, 0, false})), (std::vector<std::string>{"S1_call"}));
  EXPECT_EQ(texts(stages({5, 0, 0, false})), (std::vector<std::string>{"S2_day_three"}));
  EXPECT_EQ(texts(stages({6, 0, 0, false})),
            (std::vector<std::string>{"S2_day_three", "S3_week_two"}));
}

TEST(Stage, most_absent_sessions_stand_above_D41) {
  const auto much = stages(in_school(30, 200));
  const auto little = stages(in_school(4, 20));
  EXPECT_TRUE(stands_above(much, little));
  EXPECT_FALSE(stands_above(little, much));
  EXPECT_TRUE(stands_above(stages(in_school(4, 20)), stages(in_school(4, 30))));
}

TEST(Stage, facts_are_of_this_school_year_on_the_current_enrolment_D43) {
  auto marks = whole_days("2025-07-14", "2025-07-22", "I");
  const auto september = whole_days("2025-09-03", "2025-09-05", "/");
  marks.insert(marks.end(), september.begin(), september.end());
  marks.insert(marks.end(), {"2025-09-08 AM I", "2025-09-08 PM X", "2025-09-09 AM N"});
  const auto years = years_with(marks);
  const auto facts = stage_facts(years, example_days(), kEver, day("2025-09-09"), false);
  EXPECT_EQ(facts, (StageFacts{2, 2, 8, false}));
  EXPECT_EQ(stage_facts(years, example_days(), day("2025-09-05"), day("2025-09-09"), true),
            (StageFacts{2, 2, 4, true}));
}

TEST(Stage, every_reason_has_a_stage_and_words) {
  const StageFacts facts{6, 25, 100, false};
  for (int i = 0; i < 8; ++i) {
    const auto reason = static_cast<StageReason>(i);
    EXPECT_EQ(std::string(text_of(reason)).substr(0, 2), "S" + std::to_string(stage_of(reason)));
    EXPECT_TRUE(sentence(reason, facts).ends_with("."));
  }
  EXPECT_EQ(sentence(StageReason::more_than_ten_days, facts),
            "25 of 100 sessions missed this school year: more than 10 days.");
}

}  // namespace
}  // namespace handbell::reports
