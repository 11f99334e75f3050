#include "app/reports/suggestion_answer.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

Suggestion suggestion(SuggestionKey key, std::string_view since = "2025-09-01") {
  Suggestion made;
  made.key = key;
  made.since = day(since);
  return made;
}

SuggestionAnswered answered(SuggestionKey key, SuggestionReply reply, std::string_view on) {
  return {kPupil, key, reply, day(on), std::nullopt, "", "seen at the gate"};
}

bool is_aside(const Suggestion& what, const std::vector<SuggestionAnswered>& answers,
              std::string_view today) {
  return state_of(what, kPupil, answers, day(today)).set_aside.has_value();
}

using enum SuggestionKey;
using enum reg::SuggestionReply;

TEST(SuggestionAnswer, dismissed_it_stays_away_until_a_higher_step_is_reached) {
  const std::vector answers{answered(stage_3, dismissed, "2025-11-10")};
  EXPECT_TRUE(is_aside(suggestion(stage_3), answers, "2026-07-10"));
  EXPECT_FALSE(is_aside(suggestion(stage_4), answers, "2025-11-11"));
  EXPECT_FALSE(is_aside(suggestion(at_risk), answers, "2025-11-11"));
  EXPECT_TRUE(
      is_aside(suggestion(stage_3), {answered(stage_4, dismissed, "2025-11-10")}, "2025-12-01"));
}

TEST(SuggestionAnswer, of_something_that_grew_since_it_holds_no_more) {
  const std::vector answers{answered(penalty, dismissed, "2025-11-10")};
  EXPECT_TRUE(is_aside(suggestion(penalty, "2025-11-10"), answers, "2025-11-20"));
  EXPECT_FALSE(is_aside(suggestion(penalty, "2025-11-11"), answers, "2025-11-20"));
  EXPECT_FALSE(is_aside(suggestion(stage_2, "2026-01-12"),
                        {answered(stage_2, dismissed, "2025-11-10")}, "2026-01-14"))
      << "another absence";
}

TEST(SuggestionAnswer, ends_with_the_school_year) {
  const std::vector answers{answered(persistent, dismissed, "2025-11-10"),
                            answered(stage_4, assigned, "2025-11-10")};
  EXPECT_TRUE(is_aside(suggestion(persistent), answers, "2026-08-31"));
  EXPECT_FALSE(is_aside(suggestion(persistent, "2026-09-01"), answers, "2026-09-30"));
  EXPECT_EQ(state_of(suggestion(stage_4, "2026-09-01"), kPupil, answers, day("2026-09-30")),
            SuggestionState{});
}

TEST(SuggestionAnswer, snoozed_it_stands_again_on_the_day_that_was_named) {
  auto answer = answered(at_risk, snoozed, "2025-11-10");
  answer.until = day("2025-12-01");
  EXPECT_TRUE(is_aside(suggestion(at_risk), {answer}, "2025-11-30"));
  EXPECT_FALSE(is_aside(suggestion(at_risk), {answer}, "2025-12-01"));
  EXPECT_FALSE(is_aside(suggestion(persistent), {answer}, "2025-11-30")) << "it got worse";
  EXPECT_EQ(until_words(answer), "until Monday 1 December 2025, or until it gets worse");
}

TEST(SuggestionAnswer, reopened_it_stands_and_stays_with_whom_it_was_given_to) {
  auto given = answered(stage_3, assigned, "2025-11-12");
  given.staff = "T02";
  const std::vector answers{answered(stage_3, dismissed, "2025-11-10"), given,
                            answered(stage_3, reopened, "2025-11-14")};
  const auto state = state_of(suggestion(stage_4), kPupil, answers, day("2025-11-20"));
  EXPECT_FALSE(state.set_aside);
  EXPECT_EQ(state.assigned_to, "T02");
  EXPECT_TRUE(is_aside(suggestion(stage_3), {answers[0], given}, "2025-11-20"));
}

TEST(SuggestionAnswer, of_another_child_or_another_ladder_makes_no_difference) {
  auto other = answered(stage_3, dismissed, "2025-11-10");
  other.pupil = PupilId(2);
  EXPECT_FALSE(is_aside(suggestion(stage_3), {other, answered(severe, dismissed, "2025-11-10")},
                        "2025-11-20"));
}

TEST(SuggestionAnswer, every_suggestion_says_what_makes_it_worse) {
  for (const auto key : kSuggestionKeys) EXPECT_FALSE(worse_words(key).empty());
  EXPECT_EQ(until_words(answered(stage_1, dismissed, "2025-11-10")), "until it gets worse");
}

}  // namespace
}  // namespace handbell::reports
