#include "app/reports/penalty_window.h"

#include "attendance_kit.h"
#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

const SchoolDay kAfterTerms = day("2026-07-21");

PenaltyWindow window_of(const std::vector<std::string>& marks,
                        const std::vector<Proposal>& pending = {}) {
  return penalty_window(years_with(marks, pending), example_days(), kEver, kAfterTerms);
}

std::string at_text(SessionId at) { return at.day.text() + (at.half == Half::am ? " AM" : " PM"); }

TEST(PenaltyWindow, the_worked_examples_hold_D34) {
  const auto examples = reg::worked_examples("penalty_window");
  ASSERT_GE(examples.size(), 9U);
  for (const auto& example : examples) {
    const auto& input = example.at("input");
    const auto& expected = example.at("expected");
    const auto of_age = input.contains("compulsory_school_age_from")
                            ? day(input.at("compulsory_school_age_from").get<std::string>())
                            : kEver;
    const auto marks = input.at("marks").get<std::vector<std::string>>();
    const auto window = penalty_window(years_with(marks), example_days(), of_age, kAfterTerms);
    EXPECT_EQ(window.most, expected.at("max_unauthorised_in_any_10_school_weeks").get<int>())
        << example.at("id");
    EXPECT_EQ(window.first.has_value(), expected.at("threshold_met").get<bool>());
    if (!expected.at("first_met_at").is_null()) {
      ASSERT_TRUE(window.first) << example.at("id");
      EXPECT_EQ(at_text(window.first->met_at), expected.at("first_met_at").get<std::string>());
    }
  }
}

TEST(PenaltyWindow, says_which_sessions_and_weeks_met_it) {
  auto marks = whole_days("2025-10-20", "2025-10-23", "G");
  marks.insert(marks.end(), {"2025-11-03 AM U", "2025-11-04 AM U"});
  const auto window = window_of(marks);
  ASSERT_TRUE(window.first);
  EXPECT_EQ(window.first->sessions.size(), 10U);
  EXPECT_EQ(window.first->first_monday, day("2025-10-20"));
  EXPECT_EQ(window.first->last_monday, day("2025-11-03"));
  EXPECT_EQ(window.first->school_weeks, 2);  // half term between them is none
  EXPECT_EQ(sentence(*window.first),
            "10 sessions without leave (8 G, 2 U) within 2 school weeks, from Monday 20 October "
            "2025 to Tuesday 4 November 2025: the head considers whether a penalty notice is the "
            "right way.");
}

TEST(PenaltyWindow, an_N_that_gets_its_reason_falls_out_D35) {
  auto marks = whole_days("2025-10-06", "2025-10-09", "G");
  marks.insert(marks.end(), {"2025-10-14 AM N", "2025-10-14 PM N"});
  EXPECT_TRUE(window_of(marks).first);
  marks.insert(marks.end(), {"2025-10-14 AM I", "2025-10-14 PM I"});
  EXPECT_FALSE(window_of(marks).first);
}

TEST(PenaltyWindow, a_proposal_that_waits_counts_and_is_told_apart_D22) {
  auto marks = whole_days("2025-10-06", "2025-10-09", "G");
  marks.insert(marks.end(), {"2025-10-14 AM N"});
  const auto window = window_of(marks, {{kPupil, session("2025-10-14 AM"), standing("U")},
                                        {kPupil, session("2025-10-15 AM"), standing("U")}});
  ASSERT_TRUE(window.first);
  EXPECT_TRUE(window.first->sessions.back().pending);
  EXPECT_NE(sentence(*window.first).find("2 of them not yet accepted"), std::string::npos);
}

TEST(PenaltyWindow, the_day_of_compulsory_school_age_counts_itself_D36) {
  const auto years = years_with(whole_days("2026-03-23", "2026-03-27", "G"));
  EXPECT_EQ(penalty_window(years, example_days(), day("2026-03-23"), kAfterTerms).most, 10);
  EXPECT_EQ(penalty_window(years, example_days(), day("2026-03-24"), kAfterTerms).most, 8);
}

TEST(PenaltyWindow, knows_the_newest_period_and_how_many_count_now) {
  auto marks = whole_days("2025-09-08", "2025-09-12", "G");
  const auto spring = whole_days("2026-03-02", "2026-03-06", "O");
  marks.insert(marks.end(), spring.begin(), spring.end());
  const auto years = years_with(marks);
  const auto window = penalty_window(years, example_days(), kEver, day("2026-04-30"));
  ASSERT_TRUE(window.first && window.latest);
  EXPECT_EQ(window.first->met_at, session("2025-09-12 PM"));
  EXPECT_EQ(window.latest->met_at, session("2026-03-06 PM"));
  EXPECT_EQ(window.now, 10);
  EXPECT_EQ(penalty_window(years, example_days(), kEver, day("2026-06-30")).now, 0);
  EXPECT_EQ(penalty_window(years, example_days(), kEver, day("2025-10-29")).now, 10);
}

TEST(PenaltyWindow, marks_of_days_to_come_do_not_count_yet) {
  const auto years = years_with(whole_days("2025-10-06", "2025-10-10", "G"));
  EXPECT_EQ(penalty_window(years, example_days(), kEver, day("2025-10-08")).most, 6);
}

TEST(PenaltyWindow, a_mark_on_a_day_without_school_counts_nowhere_and_is_shown) {
  const auto window = window_of({"2025-10-11 AM N", "2025-10-28 AM N", "2025-10-13 AM N"});
  EXPECT_EQ(window.most, 1);
  ASSERT_EQ(window.on_closed_days.size(), 2U);
  EXPECT_EQ(window.on_closed_days.front().session, session("2025-10-11 AM"));
}

TEST(PenaltyWindow, a_school_may_look_at_other_numbers) {
  Thresholds thresholds;
  thresholds.penalty_sessions = 2;
  thresholds.penalty_weeks = 1;
  const auto years = years_with({"2025-10-10 AM N", "2025-10-13 AM N", "2025-10-14 AM N"});
  const auto window = penalty_window(years, example_days(), kEver, kAfterTerms, thresholds);
  ASSERT_TRUE(window.first);
  EXPECT_EQ(window.first->met_at, session("2025-10-14 AM"));
}

}  // namespace
}  // namespace handbell::reports
