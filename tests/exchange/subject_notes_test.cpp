// What people wrote down beside the marks about a child, for the adult of the family who asks.
#include "app/exchange/subject_notes.h"

#include "exchange_school.h"

namespace handbell::exchange {
namespace {

const reg::Author& clerk() {
  static const auto author = *reg::Author::from("Ngozi Obi", "Office assistant");
  return author;
}

reg::LeaveRequest asked(const char* by) {
  reg::LeaveRequest made{{PupilId(1), PupilId(2)},
                         {on("2026-01-20"), Half::am},
                         {on("2026-01-21"), Half::pm},
                         reg::LeaveKind::exceptional,
                         {},
                         "wedding of Amira's aunt",
                         by,
                         instant("2026-01-12T08:00:00"),
                         std::nullopt,
                         std::nullopt,
                         clerk()};
  return made;
}

reg::LeaveDecision refused() {
  return {1,
          {PupilId(1), PupilId(2)},
          on("2026-01-20"),
          reg::LeaveAnswer::refused,
          {on("2026-01-20"), Half::am},
          {on("2026-01-21"), Half::pm},
          reg::code_of("G"),
          0,
          "a holiday",
          clerk()};
}

reg::CallAttempt rung(std::int64_t pupil, const char* whom, const char* words) {
  return {PupilId(pupil),         "",           1,     whom,   instant("2026-01-12T09:20:00"),
          reg::CallResult::spoke, std::nullopt, words, clerk()};
}

reg::DayCollector collector(const char* told_by) {
  return {PupilId(1), on("2026-01-13"), *NamePart::parse("Lin Wu"),     "neighbour",
          told_by,    "by telephone",   "the order is about the other", clerk()};
}

const SubjectReader kNadia{PupilId(1), "Nadia Khan"};

TEST(SubjectNotes, leave_is_there_with_what_was_decided_and_names_no_brother) {
  const auto table =
      leave_table({{4, {}, asked("Nadia Khan, mother")}, {5, {}, refused()}}, kNadia);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0][3], "2026-01-20 AM");
  EXPECT_EQ(table.rows[0][6], "wedding of Amira's aunt");
  EXPECT_EQ(table.rows[0][7], "Nadia Khan, mother");
  EXPECT_EQ(table.rows[1][2], "refused");
  EXPECT_EQ(table.rows[1][6], "a holiday");
  EXPECT_TRUE(leave_table({{4, {}, asked("Nadia Khan, mother")}}, {PupilId(3), ""}).rows.empty());
}

TEST(SubjectNotes, what_another_adult_asked_or_told_us_is_kept_back_for_a_person_to_decide) {
  const auto leave = leave_table({{4, {}, asked("Sam Khan, father")}}, kNadia);
  EXPECT_EQ(leave.rows[0][6], kKeptBack);
  EXPECT_EQ(leave.rows[0][7], kKeptBack);
  const auto calls = call_table({{6, {}, rung(1, "Nadia Khan", "has a cold")},
                                 {7, {}, rung(1, "Sam Khan", "she is with her mother's friend")},
                                 {8, {}, rung(2, "Nadia Khan", "of the brother")},
                                 {9, {}, rung(1, "", "no number")}},
                                kNadia);
  ASSERT_EQ(calls.rows.size(), 3U) << "of this child alone";
  EXPECT_EQ(calls.rows[0][5], "has a cold");
  EXPECT_EQ(calls.rows[1][2], kKeptBack);
  EXPECT_EQ(calls.rows[1][5], kKeptBack);
  EXPECT_EQ(calls.rows[2][5], "no number");
  EXPECT_EQ(call_table({{6, {}, rung(1, "Nadia Khan", "a cold")}}, {PupilId(1), ""}).rows[0][5],
            kKeptBack)
      << "somebody asks who is not on the list";
}

TEST(SubjectNotes, who_might_collect_is_kept_back_and_that_it_was_taken_back_is_said) {
  reg::DayNoteGiven given{9, {}, collector("Nadia Khan")};
  given.back = reg::TakenBack{{}, {}, "an error", clerk()};
  const auto table = collector_table({given}, kNadia);
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0][2], kKeptBack);
  EXPECT_EQ(table.rows[0][4], "Nadia Khan");
  EXPECT_EQ(table.rows[0][6], kKeptBack);
  EXPECT_EQ(table.rows[0].back(), "yes");
  EXPECT_EQ(collector_table({{9, {}, collector("Sam Khan")}}, kNadia).rows[0][5], kKeptBack);
}

TEST(SubjectNotes, what_we_were_told_beforehand_is_there_of_this_child_alone) {
  const reg::Notice told{PupilId(1),        {on("2026-01-12"), Half::am},
                         reg::code_of("M"), instant("2026-01-12T08:00:00"),
                         "dentist",         clerk()};
  reg::Notice others = told;
  others.pupil = PupilId(2);
  const auto table = notice_table({{3, {}, told}, {4, {}, others}}, PupilId(1));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0][1], "2026-01-12 AM");
  EXPECT_EQ(table.rows[0][5], "dentist");
}

TEST(SubjectNotes, what_was_changed_in_the_record_is_there_with_why) {
  const reg::RecordChange change{PupilId(1), on("2026-01-12"),  "never_show", "no",
                                 "yes",      "the carer asked", clerk()};
  const auto table = change_table({{3, {}, change}}, PupilId(1));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0][2], "Never shown at the door");
  EXPECT_EQ(table.rows[0].size(), table.columns.size());
  EXPECT_TRUE(change_table({{3, {}, change}}, PupilId(2)).rows.empty());
}

TEST(SubjectNotes, every_row_is_as_wide_as_its_table) {
  const std::vector<reg::DayNoteGiven> notes{{4, {}, asked("Nadia Khan")},
                                             {5, {}, refused()},
                                             {6, {}, rung(1, "", "")},
                                             {7, {}, collector("")}};
  for (const auto& table :
       {leave_table(notes, kNadia), call_table(notes, kNadia), collector_table(notes, kNadia)}) {
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.name;
  }
}

}  // namespace
}  // namespace handbell::exchange
