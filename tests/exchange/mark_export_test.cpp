#include "app/exchange/mark_export.h"

#include "app/exchange/export_stamp.h"
#include "app/exchange/mark_file.h"
#include "app/exchange/mark_json.h"

#include "exchange_school.h"
#include "golden.h"

namespace handbell::exchange {
namespace {

TEST(MarkExport, says_of_each_entry_who_wrote_it_and_what_it_replaced_D21) {
  const auto text = write_marks(small_history(), school(), MarkLines::every_entry);
  ASSERT_TRUE(text) << sentence(text.error());
  expect_golden("marks_every_entry.csv", *text);
}

TEST(MarkExport, of_current_marks_alone_still_says_what_each_replaced) {
  const auto text = write_marks(small_history(), school(), MarkLines::current_mark);
  ASSERT_TRUE(text);
  expect_golden("marks_current.csv", *text);
}

TEST(MarkExport, is_UTF8_with_its_mark_and_CRLF_and_holds_no_formula) {
  const std::string text = *write_marks(small_history(), school(), MarkLines::every_entry);
  EXPECT_EQ(text.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(text.find("\"'=Card of her brother, \"\"swapped\"\"\""), std::string::npos);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    EXPECT_EQ(text[at - 1], '\r');
  }
}

TEST(MarkExport, of_current_marks_is_taken_in_again_as_it_is) {
  const std::string text = *write_marks(small_history(), school(), MarkLines::current_mark);
  const auto read = parse_marks("marks.csv", text, school(), on("2026-03-02"));
  ASSERT_TRUE(read) << sentence(read.error());
  EXPECT_EQ(refusal_of(read), "taken");
  std::vector<OutsideMark> current;
  for (const auto& mark : small_history().current()) {
    const auto& what = mark.what;
    current.push_back({what.pupil, what.session, what.code, what.minutes_late, ""});
  }
  auto rows = read->rows;
  for (auto& row : rows) row.comment.clear();
  EXPECT_EQ(rows, current);
}

TEST(MarkExport, of_a_pupil_who_is_not_there_is_a_fault) {
  const auto history = *reg::MarkHistory::from({entry(1, 9, "/")});
  EXPECT_EQ(write_marks(history, school(), MarkLines::every_entry).error(),
            (Fault{FaultCode::pupil_unknown, "9"}));
}

TEST(MarkExport, names_the_legal_register_in_the_files_name_D50) {
  const ExportStamp stamp{"Larkfield", "Arbor (MIS)", {}};
  EXPECT_EQ(file_name("marks", on("2026-01-12"), on("2026-01-16"), stamp, "csv"),
            "marks_2026-01-12_2026-01-16_legal-register-arbor-mis.csv");
  const ExportStamp longest{"Larkfield", std::string(400, 'x'), {}};
  EXPECT_LT(file_name("marks", on("2026-01-12"), on("2026-01-16"), longest, "json").size(), 255U);
}

OtherSystemIds ids() {
  OtherSystemIds made;
  made.students = {{PupilId(1), "A1"}, {PupilId(2), "B2"}};
  made.codes = {{reg::code_of("L"), "11"}, {reg::code_of("/"), "1"}, {reg::code_of("\\"), "2"}};
  made.employees = {{"Pat Hill", "E7"}};
  return made;
}

TEST(MarkJson, has_the_current_marks_in_the_others_numbers_F5) {
  const auto text = write_marks_json(small_history(), ids());
  ASSERT_TRUE(text) << sentence(text.error());
  expect_golden("marks.json", *text);
}

TEST(MarkJson, never_leaves_out_a_mark_for_want_of_a_number) {
  auto no_pupil = ids();
  no_pupil.students.erase(PupilId(2));
  EXPECT_EQ(sentence(write_marks_json(small_history(), no_pupil).error()),
            "Pupil 2 has no number in the other system's table; fill it in there and export "
            "again.");
  auto no_code = ids();
  no_code.codes.erase(reg::code_of("L"));
  EXPECT_EQ(write_marks_json(small_history(), no_code).error().where, "The code L");
}

TEST(MarkExport, as_json_the_same_lines_are_flat_objects) {
  const auto history = small_history();
  const auto text = write_marks_as_json(history, school(), history.entries());
  ASSERT_TRUE(text);
  const auto json = nlohmann::json::parse(*text);
  ASSERT_EQ(json.size(), history.entries().size());
  for (const auto& each : json) {
    EXPECT_EQ(each.size(), 17U);
    EXPECT_EQ(each["date"].get<std::string>().size(), 10U);
    for (const auto& cell : each) EXPECT_FALSE(cell.is_string() && cell.get<std::string>().empty());
  }
}

}  // namespace
}  // namespace handbell::exchange
