#include "app/reports/authority_return.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

const SchoolDay kLater = day("2026-07-21");

std::vector<AbsenceRun> long_runs(const std::vector<std::string>& marks, SchoolDay of_age = kEver) {
  return long_absences_without_leave(years_with(marks), example_days(), of_age, kLater);
}

std::vector<std::string> both(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

IllnessYear illness(const std::vector<std::string>& marks, SchoolDay of_age = kEver,
                    SchoolDay today = kLater) {
  return illness_in_year(years_with(marks), example_days(), of_age, today);
}

TEST(AuthorityReturn, ten_school_days_in_a_row_without_leave_are_listed_P57) {
  const auto runs = long_runs(whole_days("2025-10-06", "2025-10-17", "G"));
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].sessions, 20);
  EXPECT_EQ(runs[0].reached, session("2025-10-17 PM"));
  EXPECT_TRUE(runs[0].goes_on);
  EXPECT_EQ(sentence_without_leave(runs[0]),
            "20 sessions in a row without leave from Monday 6 October 2025 to Friday 17 October "
            "2025, and it goes on: the authority's return lists it.");
}

TEST(AuthorityReturn, nine_days_and_a_half_are_not) {
  auto marks = whole_days("2025-10-06", "2025-10-17", "O");
  marks.pop_back();
  EXPECT_TRUE(long_runs(marks).empty());
}

TEST(AuthorityReturn, any_mix_counts_and_holidays_and_closed_sessions_do_not_end_it) {
  auto marks = both(whole_days("2025-10-20", "2025-10-24", "N"),
                    whole_days("2025-11-03", "2025-11-08", "G"));
  EXPECT_EQ(long_runs(marks).size(), 1U);
  marks = both(whole_days("2025-10-20", "2025-10-24", "N"),
               whole_days("2025-11-03", "2025-11-10", "U"));
  marks = both(marks, whole_days("2025-11-05", "2025-11-05", "Y4"));
  ASSERT_EQ(long_runs(marks).size(), 1U);
  EXPECT_EQ(long_runs(marks)[0].sessions, 20);
}

TEST(AuthorityReturn, one_morning_in_school_or_one_illness_ends_it) {
  const auto marks = whole_days("2025-10-06", "2025-10-17", "G");
  EXPECT_TRUE(long_runs(both(marks, {"2025-10-10 AM /"})).empty());
  EXPECT_TRUE(long_runs(both(marks, {"2025-10-10 AM I"})).empty());
  const auto ended = long_runs(both(marks, {"2025-10-20 AM /"}));
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_FALSE(ended[0].goes_on);
}

TEST(AuthorityReturn, sessions_before_compulsory_school_age_do_not_count_D36) {
  const auto marks = whole_days("2025-12-08", "2026-01-09", "G");
  EXPECT_EQ(long_runs(marks).size(), 1U);
  EXPECT_TRUE(long_runs(marks, day("2025-12-31")).empty());
}

TEST(AuthorityReturn, fifteen_days_of_illness_added_up_over_the_year_are_listed_P54) {
  auto marks = both(whole_days("2025-09-08", "2025-09-12", "I"),
                    whole_days("2025-11-10", "2025-11-21", "I"));
  marks = both(marks, {"2025-09-15 AM /"});
  const auto year = illness(marks);
  EXPECT_EQ(year.sessions, 30);
  EXPECT_TRUE(year.is_due());
  EXPECT_EQ(year.reached, session("2025-11-21 PM"));
  EXPECT_EQ(year.runs.size(), 2U);
  EXPECT_EQ(sentence(year),
            "30 sessions of illness this school year in 2 absences; the authority is told at 30, "
            "or when they are expected.");
}

TEST(AuthorityReturn, illness_that_is_expected_to_last_is_due_before) {
  const auto year = illness(whole_days("2025-09-08", "2025-09-12", "I"));
  EXPECT_FALSE(year.is_due());
  EXPECT_FALSE(year.is_due(19));
  EXPECT_TRUE(year.is_due(20));
  EXPECT_FALSE(year.reached);
}

TEST(AuthorityReturn, illness_of_last_year_or_below_school_age_is_not_counted) {
  const auto marks = both(whole_days("2025-07-01", "2025-07-22", "I"),
                          whole_days("2025-09-08", "2025-09-12", "I"));
  EXPECT_EQ(illness(marks).sessions, 10);
  EXPECT_EQ(illness(marks, kEver, day("2025-07-22")).sessions, 32);
  EXPECT_EQ(illness(marks, day("2025-09-10")).sessions, 6);
}

}  // namespace
}  // namespace handbell::reports
