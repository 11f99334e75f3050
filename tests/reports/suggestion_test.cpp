#include "app/reports/suggestion.h"

#include "attendance_kit.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <map>

namespace handbell::reports {
namespace {

using Marks = std::vector<std::string>;

Marks operator+(Marks first, const Marks& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

/// The last one of a session counts.
Marks last_of_each(const Marks& marks) {
  std::map<std::string, std::string> by_session;
  for (const auto& mark : marks) by_session[mark.substr(0, 13)] = mark;
  Marks all;
  for (const auto& [session, mark] : by_session) all.push_back(mark);
  return all;
}

reg::PupilRecord of_school_age() {
  auto pupil = pupil_named("Amira", "Khan", 1);
  pupil.id = kPupil;
  pupil.date_of_birth = day("2019-02-01");
  pupil.start = day("2023-09-04");
  return pupil;
}

PupilSuggestions found(const Marks& marks, std::string_view today,
                       const reg::PupilRecord& pupil = of_school_age()) {
  const auto years = years_with(last_of_each(marks));
  return suggestions_of({pupil, years, years}, example_days(), day(today), false);
}

std::vector<std::string> keys(const PupilSuggestions& of) {
  std::vector<std::string> all;
  for (const auto& each : of.suggestions) all.emplace_back(text_of(each.key));
  return all;
}

using Keys = std::vector<std::string>;

Marks present() { return whole_days("2025-09-01", "2026-03-27", "/"); }

TEST(Suggestion, of_a_child_who_comes_there_is_none) {
  EXPECT_TRUE(found(present(), "2026-03-27").suggestions.empty());
  EXPECT_TRUE(found({}, "2026-03-27").suggestions.empty());
}

TEST(Suggestion, lists_the_highest_stage_once_and_keeps_every_reason_D40) {
  const auto all = found(present() + whole_days("2026-01-12", "2026-01-26", "I"), "2026-02-02");
  EXPECT_EQ(keys(all), (Keys{"stage-4", "persistent"}));
  EXPECT_EQ(all.stages.highest(), 4);
  ASSERT_EQ(all.suggestions.size(), 2U);
  EXPECT_EQ(all.suggestions[0].part, 22);
  EXPECT_EQ(all.suggestions[0].since, day("2025-09-01"));
  EXPECT_FALSE(all.suggestions[0].by_rate) << "more than ten days is no rate";
  EXPECT_EQ(all.suggestions[0].sentences.size(), 2U) << "below 95 % says below 96.5 % too";
  EXPECT_TRUE(all.suggestions[1].sentences[0].ends_with("10.0 % or more, persistently absent."));
}

TEST(Suggestion, whoever_is_away_now_stands_beside_the_rate_of_the_year) {
  const auto all = found(present() + whole_days("2026-02-02", "2026-02-04", "N"), "2026-02-04");
  ASSERT_EQ(keys(all), (Keys{"stage-2", "stage-3", "unresolved"}));
  EXPECT_EQ(all.suggestions[0].since, day("2026-02-02"));
  EXPECT_EQ(all.suggestions[0].part, 3);
  EXPECT_EQ(all.suggestions[1].since, day("2025-09-01"));
  EXPECT_TRUE(all.suggestions[1].by_rate);
  EXPECT_EQ(all.suggestions[2].part, 6);
  EXPECT_EQ(all.suggestions[2].since, day("2026-02-04"));
  EXPECT_EQ(all.suggestions[2].sentences[1], "5 more stand without a reason.");
}

TEST(Suggestion, an_absence_in_its_second_week_begins_anew_what_was_known_of_the_rate) {
  const auto all = found(present() + whole_days("2026-02-02", "2026-02-09", "I"), "2026-02-09");
  ASSERT_EQ(keys(all), (Keys{"stage-2", "stage-4"}));
  EXPECT_EQ(all.suggestions[0].since, day("2026-02-02"));
  EXPECT_EQ(all.suggestions[1].since, day("2026-02-09")) << "the sixth day";
}

TEST(Suggestion, half_missed_is_severe_and_says_that_it_is_persistent_too_D43) {
  const auto all = found(whole_days("2025-09-03", "2025-12-19", "I"), "2025-12-19");
  EXPECT_EQ(all.of(SuggestionLadder::missing)->key, SuggestionKey::severe);
  EXPECT_EQ(all.of(SuggestionLadder::la_illness)->key, SuggestionKey::la_illness);
}

TEST(Suggestion, a_threshold_met_across_the_summer_stands_in_autumn_and_not_the_year_after_D34) {
  const Marks marks = whole_days("2024-09-04", "2026-07-20", "/") +
                      whole_days("2025-07-16", "2025-07-22", "G") +
                      whole_days("2025-09-03", "2025-09-04", "G");
  ASSERT_NE(found(marks, "2025-09-05").of(SuggestionLadder::penalty), nullptr);
  const auto autumn = found(marks, "2025-10-10");
  EXPECT_EQ(autumn.of(SuggestionLadder::penalty)->part, 14);
  EXPECT_EQ(autumn.of(SuggestionLadder::penalty)->since, day("2025-09-04"));
  EXPECT_NE(found(marks, "2026-07-20").of(SuggestionLadder::penalty), nullptr)
      << "met in this school year";
  EXPECT_EQ(found(marks, "2026-09-10").of(SuggestionLadder::penalty), nullptr);
}

TEST(Suggestion, a_threshold_met_in_july_still_stands_in_september) {
  const Marks marks = whole_days("2025-07-16", "2025-07-22", "G");
  EXPECT_NE(found(marks, "2025-09-10").of(SuggestionLadder::penalty), nullptr);
  EXPECT_EQ(found(marks, "2025-12-19").of(SuggestionLadder::penalty), nullptr)
      << "ten school weeks on, and nothing of this year";
}

TEST(Suggestion, before_school_age_nothing_counts_for_the_penalty_or_a_return_D36) {
  auto pupil = of_school_age();
  pupil.date_of_birth = day("2020-11-05");  // of age from 31 December 2025
  const Marks marks = whole_days("2025-11-24", "2025-12-19", "O");
  EXPECT_EQ(found(marks, "2026-01-12", pupil).of(SuggestionLadder::penalty), nullptr);
  EXPECT_EQ(found(marks, "2026-01-12", pupil).of(SuggestionLadder::la_leave), nullptr);
  EXPECT_NE(found(marks, "2026-01-12").of(SuggestionLadder::penalty), nullptr);
  EXPECT_NE(found(marks, "2025-12-19").of(SuggestionLadder::la_leave), nullptr);
}

TEST(Suggestion, small_numbers_are_quiet_while_they_are_a_rate_alone_D41) {
  const Marks cold =
      whole_days("2025-09-03", "2025-09-12", "/") + whole_days("2025-09-08", "2025-09-09", "I");
  const auto all = found(cold, "2025-09-12");
  EXPECT_EQ(keys(all), (Keys{"stage-4", "persistent"}));
  EXPECT_TRUE(all.is_quiet());
  EXPECT_FALSE(found(cold + whole_days("2025-09-12", "2025-09-12", "N"), "2025-09-12").is_quiet());
  EXPECT_FALSE(
      found(present() + whole_days("2026-01-12", "2026-01-26", "I"), "2026-02-02").is_quiet());
}

TEST(Suggestion, an_n_that_the_door_would_turn_into_u_stands_until_a_person_amends_it_D22) {
  const auto entries = years_with({"2026-02-02 AM N"});
  const auto years = years_with({"2026-02-02 AM N"},
                                {{kPupil, session("2026-02-02 AM"), {reg::code_of("U"), 12}}});
  const auto pupil = of_school_age();
  const auto all =
      suggestions_of({pupil, years, entries}, example_days(), day("2026-02-02"), false);
  EXPECT_NE(all.of(SuggestionLadder::unresolved), nullptr);
  EXPECT_EQ(all.pending, 1);
  EXPECT_EQ(all.of(SuggestionLadder::away), nullptr) << "the child was seen";
}

TEST(SuggestionKey, each_has_a_text_that_reads_back_and_steps_cover_those_below) {
  for (const auto key : kSuggestionKeys) {
    EXPECT_EQ(*parse_suggestion_key(text_of(key)), key);
    EXPECT_FALSE(words_of(key).empty());
    EXPECT_TRUE(covers(key, key));
  }
  EXPECT_TRUE(covers(SuggestionKey::stage_4, SuggestionKey::stage_3));
  EXPECT_FALSE(covers(SuggestionKey::stage_3, SuggestionKey::stage_4));
  EXPECT_FALSE(covers(SuggestionKey::stage_4, SuggestionKey::stage_2));
  EXPECT_TRUE(covers(SuggestionKey::severe, SuggestionKey::at_risk));
  EXPECT_FALSE(parse_suggestion_key("stage-5"));
}

}  // namespace
}  // namespace handbell::reports
