// What was noted of a child's case, for the adult of the family who asks.
#include "app/exchange/subject_case.h"

#include "some_case.h"
#include <gtest/gtest.h>

namespace handbell::exchange {
namespace {

std::vector<reg::CaseNoteGiven> all_notes() {
  std::vector<reg::CaseNoteGiven> notes;
  for (const auto& note : one_of_each_case_note()) {
    notes.push_back({notes.size() + 1, kCaseTyped, note});
  }
  return notes;
}

TEST(SubjectCase, everything_is_there_for_whom_it_was_said_with) {
  const auto table = case_table(all_notes(), {PupilId(1), "Nadia Khan"});
  ASSERT_EQ(table.rows.size(), one_of_each_case_note().size());
  for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
  EXPECT_EQ(table.rows[0][4], "Nadia Khan, mother");
  EXPECT_EQ(table.rows[0][5], "Nobody slept: the baby is ill. Breakfast club offered.");
  EXPECT_EQ(table.rows[9][2], "penalty notice");
  EXPECT_EQ(table.rows[9][4], "Nadia Khan");
  EXPECT_EQ(table.rows[10][10], "no");
}

TEST(SubjectCase, what_another_adult_said_and_that_ones_notice_are_kept_back) {
  const auto table = case_table(all_notes(), {PupilId(1), "Omar Khan"});
  EXPECT_EQ(table.rows[0][4], kKeptBack);
  EXPECT_EQ(table.rows[0][5], kKeptBack);
  EXPECT_EQ(table.rows[3][5], kKeptBack) << "he was not at the meeting";
  EXPECT_EQ(table.rows[9][4], kKeptBack);
  EXPECT_EQ(table.rows[5][5].find("Parents will"), 0U) << "the contract is of both";
}

TEST(SubjectCase, a_name_that_only_begins_alike_is_another_adults) {
  auto contact = std::get<reg::CaseContact>(one_of_each_case_note().front());
  for (const char* other : {"Nadia Khanna, neighbour", "Rania Nadia Khan", "Nadia"}) {
    contact.with = other;
    const auto table = case_table({{1, kCaseTyped, contact}}, {PupilId(1), "Nadia Khan"});
    EXPECT_EQ(table.rows[0][4], kKeptBack) << other;
    EXPECT_EQ(table.rows[0][5], kKeptBack) << other;
  }
  for (const char* own : {"Nadia Khan", "Nadia Khan (mother)", "R Patel, Nadia Khan"}) {
    contact.with = own;
    EXPECT_EQ(case_table({{1, kCaseTyped, contact}}, {PupilId(1), "Nadia Khan"}).rows[0][4], own);
  }
}

TEST(SubjectCase, another_childs_case_is_passed_over) {
  EXPECT_TRUE(case_table(all_notes(), {PupilId(2), "Nadia Khan"}).rows.empty());
}

}  // namespace
}  // namespace handbell::exchange
