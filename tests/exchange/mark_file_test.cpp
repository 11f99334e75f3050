#include "app/exchange/mark_file.h"

#include "app/exchange/mark_comparison.h"

#include "exchange_school.h"
#include <gtest/gtest.h>

namespace handbell::exchange {
namespace {

const SchoolDay kToday = on("2026-03-02");

Result<Parsed<OutsideMark>> parsed_marks(const std::string& rows) {
  return parse_marks("marks.csv",
                     "AdmissionNumber,Date,Session,Code,MinutesLate,Comment\r\n" + rows, school(),
                     kToday);
}
std::string mark_refusal(const std::string& row) { return refusal_of(parsed_marks(row)); }

TEST(MarkFile, marks_of_any_systems_headings_are_read_with_their_codes_made_ours_D44) {
  const auto read =
      parse_marks("marks.csv",
                  "Unique Pupil Number,Mark Date,Session Name,Attendance Mark,Minutes\n"
                  "B801200005001,12/01/2026,am,l,17\n"
                  "B801200005001,2026-01-12,PM,I02,0\n",
                  school(), kToday);
  ASSERT_TRUE(read) << sentence(read.error());
  ASSERT_EQ(read->rows.size(), 2U);
  const OutsideMark late{PupilId(1), {on("2026-01-12"), Half::am}, reg::code_of("L"), 17, ""};
  EXPECT_EQ(read->rows[0], late);
  EXPECT_EQ(read->rows[1].code.text(), "I");
  EXPECT_FALSE(read->rows[1].minutes_late) << "some systems write 0 beside every mark";
}

TEST(MarkFile, each_cell_that_cannot_be_taken_is_named_with_its_reason) {
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,/,,\n"), "taken");
  EXPECT_EQ(mark_refusal("7,2026-01-12,AM,/,,\n").substr(0, 16), "AdmissionNumber:");
  EXPECT_EQ(mark_refusal("1001,30/02/2026,AM,/,,\n").substr(0, 21), "Date: 30/02/2026 is n");
  EXPECT_EQ(mark_refusal("1001,2026-03-03,AM,/,,\n"),
            "Date: 2026-03-03 has not come yet; a mark is for today or a day before.");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,noon,/,,\n").substr(0, 8), "Session:");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,Q9,,\n").substr(0, 16), "Code: \"Q9\" is no");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,H,,\n"),
            "Code: \"H\" was withdrawn on 19 August 2024; use the code that replaced it.");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,PM,/,,\n"),
            "Code: \"/\" cannot stand in that half of the day: / is the morning's code, \\ the "
            "afternoon's.");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,L,1440,\n").substr(0, 12), "MinutesLate:");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,/,5,\n").substr(0, 26), "MinutesLate: 5 beside / is");
  EXPECT_EQ(mark_refusal("1001,2026-01-12,AM,/,," + std::string(1001, 'x') + "\n").substr(0, 8),
            "Comment:");
}

TEST(MarkFile, a_mark_on_a_day_without_school_or_off_the_roll_is_refused_D11_D12) {
  EXPECT_EQ(mark_refusal("1001,2026-01-10,AM,/,,\n").substr(0, 5), "Date:") << "a Saturday";
  EXPECT_EQ(mark_refusal("1001,2026-02-17,AM,/,,\n"),
            "Date: There is no session on 2026-02-17; correct the calendar if school was open.");
  EXPECT_EQ(mark_refusal("1001,2026-02-17,AM,#,,\n"), "taken");
  EXPECT_EQ(mark_refusal("1001,2025-06-12,AM,/,,\n"),
            "Date: Amira Khan, 2025-06-12, was not on roll on that day; correct the date, or the "
            "pupil's start and leaving date.");
  EXPECT_EQ(mark_refusal("1001,2025-06-12,AM,Z,,\n"), "taken")
      << "before the calendar's first term";
}

TEST(MarkFile, a_session_that_stands_twice_is_refused_twice_even_where_both_agree) {
  const auto read =
      parsed_marks("1001,2026-01-12,AM,/,,\n1001,12/01/2026,am,/,,\n1002,2026-01-12,AM,/,,\n");
  ASSERT_EQ(read->refused.size(), 2U);
  EXPECT_EQ(read->refused[0].column, "Session");
  EXPECT_NE(read->refused[0].reason.find("Amira Khan, pupil 1, (lines 2 and 3) stands twice"),
            std::string::npos)
      << read->refused[0].reason;
  EXPECT_EQ(read->lines, std::vector<int>{4});
}

TEST(MarkFile, a_contradiction_is_shown_and_never_merged_F7) {
  const auto read =
      parsed_marks("1001,2026-01-12,AM,U,27,\n1002,2026-01-12,AM,L,,\n1003,2026-01-12,AM,/,,\n");
  const StandingOf standing = [](PupilId pupil, SessionId) -> std::optional<reg::Standing> {
    if (pupil == PupilId(3)) return std::nullopt;
    return reg::Standing{reg::code_of("L"), 6};
  };
  const auto compared = compare_marks(*read, standing);
  ASSERT_EQ(compared.fresh.size(), 1U);
  EXPECT_EQ(compared.fresh[0].pupil, PupilId(3));
  EXPECT_EQ(compared.agreeing, 1U) << "one side alone has minutes";
  ASSERT_EQ(compared.contradictions.size(), 1U);
  EXPECT_EQ(contradiction_words(compared.contradictions[0], school()),
            "Line 2, Amira Khan, 2026-01-12 am: the register has L (6 minutes), the file has U (27 "
            "minutes).");
}

TEST(MarkFile,
     another_code_contradicts_with_the_same_minutes_and_other_minutes_with_the_same_code) {
  const auto read = parsed_marks("1001,2026-01-12,AM,U,6,\n1002,2026-01-12,AM,L,7,\n");
  const auto compared = compare_marks(*read, [](PupilId, SessionId) {
    return std::optional(reg::Standing{reg::code_of("L"), 6});
  });
  EXPECT_EQ(compared.contradictions.size(), 2U);
  EXPECT_EQ(compared.agreeing, 0U);
}

TEST(MarkFile, a_second_import_of_the_same_file_changes_nothing) {
  const auto read = parsed_marks("1001,2026-01-12,AM,U,27,\n1002,2026-01-12,AM,/,,\n");
  std::map<std::pair<PupilId, SessionId>, reg::Standing> held;
  const StandingOf standing = [&](PupilId pupil,
                                  SessionId session) -> std::optional<reg::Standing> {
    const auto at = held.find({pupil, session});
    return at == held.end() ? std::nullopt : std::optional(at->second);
  };
  for (const auto& mark : compare_marks(*read, standing).fresh) {
    held.emplace(std::pair(mark.pupil, mark.session), reg::Standing{mark.code, mark.minutes_late});
  }
  const auto again = compare_marks(*read, standing);
  EXPECT_EQ(again.agreeing, 2U);
  EXPECT_TRUE(again.fresh.empty() && again.contradictions.empty());
}

TEST(MarkFile, becomes_an_entry_by_a_person_that_names_its_file_D21_D22) {
  const auto read = parsed_marks("1001,2026-01-12,AM,U,27,Overslept\n1002,2026-01-12,AM,/,,\n");
  const auto by = *reg::Author::parse("Pat Hill, Office manager");
  const auto draft = draft_of(read->rows[0], "marks.csv", by);
  EXPECT_EQ(draft.reason, "Overslept");
  EXPECT_EQ(draft.source, "Import of marks.csv");
  EXPECT_EQ(draft.minutes_late, 27);
  EXPECT_TRUE(complete(draft_of(read->rows[1], "marks.csv", by)));
}

}  // namespace
}  // namespace handbell::exchange
