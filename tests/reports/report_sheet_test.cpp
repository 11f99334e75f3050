#include "app/reports/report_sheet.h"

#include "app/reports/sheet_parts.h"

#include "small_school.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

using testing::ElementsAre;

ReportSheet two_tables() {
  return {"patterns",
          "Patterns",
          DateRange::week_of(on("2026-01-12")),
          "Reception.",
          "3",
          "fewer than 5",
          {{"a", "By day", "Day", {"Absent", "Late"}, {{"Monday", {{"5.3 %", 5.3}, {"–", {}}}}}},
           {"b", "Minutes", "Minutes", {"Times"}, {{"under 15", {{"7", 7.0}}}}}}};
}

TEST(ReportSheet, is_saved_with_a_column_for_each_figure_and_its_stamp_on_every_line) {
  const auto lines = sheet_lines(two_tables(), "Handbell", "2026-01-16");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines[0], ElementsAre("Part", "Name", "Absent", "Late", "Times", "From", "To",
                                    "Pending", "Unresolved", "LegalRegister", "Made"));
  EXPECT_THAT(lines[1], ElementsAre("By day", "Monday", "5.3", "", "", "2026-01-12", "2026-01-16",
                                    "3", "fewer than 5", "Handbell", "2026-01-16"));
  EXPECT_THAT(lines[2], ElementsAre("Minutes", "under 15", "", "", "7", "2026-01-12", "2026-01-16",
                                    "3", "fewer than 5", "Handbell", "2026-01-16"));
}

AttendanceCount marked(const std::vector<std::pair<const char*, int>>& codes) {
  AttendanceCount count;
  for (const auto& [code, sessions] : codes) count.add(reg::code_of(code), sessions, 0);
  return count;
}

TEST(CodeTable, pools_what_the_person_may_not_see_in_its_class) {
  const auto table = code_table(marked({{"/", 80}, {"I", 9}, {"M", 3}, {"C", 4}, {"G", 4}}),
                                [](reg::Code code) { return !code.is_sensitive(); });
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].name, "C  Leave in exceptional circumstances");
  EXPECT_EQ(table.rows[1].name, "Authorised absence, not told apart");
  EXPECT_EQ(table.rows[1].cells[0].words, "12");
  EXPECT_EQ(table.rows[1].cells[1].words, "12.0 %");
  EXPECT_EQ(table.rows[2].name, "G  Holiday not granted");
}

GroupLine whole(const std::vector<std::pair<const char*, int>>& codes) {
  GroupLine line;
  line.count = marked(codes);
  return line;
}

TEST(CodeTable, without_names_keeps_small_numbers_back_and_one_more) {
  const auto table = open_code_table(whole({{"/", 900}, {"G", 4}, {"O", 20}, {"U", 60}}));
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].cells[0].words, "not shown");
  EXPECT_EQ(table.rows[1].cells[0].words, "not shown") << "alike, whichever of them is small";
  EXPECT_FALSE(table.rows[1].cells[1].number) << "nothing is drawn of it";
  EXPECT_EQ(table.rows[2].cells[0].words, "60");
}

TEST(CodeTable, without_names_tells_no_more_than_the_total_shows) {
  auto total = whole({{"/", 900}, {"C", 40}, {"I", 60}, {"G", 3}});
  total.hides_split = true;
  const auto table = open_code_table(total);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].cells[0].words, "not shown") << "absence less C and I were G";
  EXPECT_EQ(table.rows[1].cells[0].words, "60");
  EXPECT_EQ(table.rows[2].cells[0].words, "not shown");
}

TEST(ShareCell, is_drawn_as_it_is_written) {
  EXPECT_EQ(share_cell(273, 283).words, "96.5 %");
  EXPECT_EQ(share_cell(273, 283).number, 96.5) << "a picture that is measured tells no more";
}

TEST(LinesTable, shows_a_withheld_line_by_name_alone) {
  GroupLine line;
  line.name = "Ants";
  line.members = {0, 1, 2};
  line.withheld = true;
  const auto row = row_of(line);
  EXPECT_EQ(row.cells[0].words, "fewer than 5");
  EXPECT_EQ(row.cells[kAbsentColumn].words, "–");
  EXPECT_FALSE(row.cells[kAbsentColumn].number);
}

}  // namespace
}  // namespace handbell::reports
