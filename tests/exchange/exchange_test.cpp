#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"

#include "small_school.h"
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace handbell::exchange {
namespace {

const std::string kHeader = "UPN,Surname,Forename,Date of birth,Year group,Class,Start date\r\n";
const std::string kGood = "A123456789012,O'Neill,Zoë,2021-02-28,R,Owls,2025-09-03\r\n";

std::string refusal_of(const std::string& row) {
  const auto parsed = parse_pupils("roll.csv", kHeader + row);
  if (!parsed) return sentence(parsed.error());
  return parsed->refused.empty() ? ""
                                 : parsed->refused[0].column + ": " + parsed->refused[0].reason;
}

TEST(PupilFile, takes_any_systems_headings_and_keeps_a_wrong_UPN_as_written) {
  const auto parsed = parse_pupils(
      "roll.csv",
      "\xEF\xBB\xBFUnique Pupil Number,last_name,First Name,DOB,Year,Registration Form,DOA,Shoe "
      "size\n Z999 ,Nguyễn,\"Al-Hassan, \"\"Ali\"\"\",28/02/2021,Nursery,Ducklings,03/09/2025,9\n");
  ASSERT_TRUE(parsed) << sentence(parsed.error());
  ASSERT_EQ(parsed->rows.size(), 1U);
  EXPECT_EQ(parsed->rows[0].upn_written, "Z999");
  EXPECT_FALSE(parsed->rows[0].upn);
  EXPECT_EQ(parsed->rows[0].forename.text(), "Al-Hassan, \"Ali\"");
  EXPECT_EQ(parsed->rows[0].date_of_birth, on("2021-02-28"));
  EXPECT_EQ(parsed->rows[0].group, reg::YearGroup::n2);
  EXPECT_EQ(parsed->remarks.size(), 2U) << "the unknown column, and the UPN";
}

TEST(PupilFile, refuses_what_it_cannot_take_with_line_column_and_reason) {
  EXPECT_EQ(refusal_of(kGood), "");
  EXPECT_NE(refusal_of("A1,Khan,Amira,31/02/2021,R,Owls,2025-09-03\n").find("31/02/2021"),
            std::string::npos);
  EXPECT_EQ(refusal_of("A1,,Amira,2021-02-28,R,Owls,2025-09-03\n").substr(0, 8), "Surname:");
  EXPECT_EQ(refusal_of("A1,Khan,Amira,2021-02-28,7,Owls,2025-09-03\n").substr(0, 10), "YearGroup:");
  EXPECT_EQ(refusal_of("A1,Khan,Amira,2021-02-28,R,,2025-09-03\n").substr(0, 6), "Class:");
  EXPECT_EQ(refusal_of(",Khan,Amira,2021-02-28,R,Owls,2025-09-03\n").substr(0, 4), "UPN:");
}

TEST(PupilFile, refuses_both_rows_of_a_UPN_that_stands_twice) {
  const auto parsed = parse_pupils("roll.csv", kHeader + kGood + kGood);
  ASSERT_TRUE(parsed);
  EXPECT_TRUE(parsed->rows.empty());
  ASSERT_EQ(parsed->refused.size(), 2U);
  EXPECT_NE(parsed->refused[0].reason.find("lines 2 and 3"), std::string::npos)
      << parsed->refused[0].reason;
}

TEST(PupilFile, names_every_column_that_is_missing) {
  const auto parsed = parse_pupils("roll.csv", "UPN,Surname,Forename\nA,B,C\n");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error(),
            (Fault{FaultCode::column_missing, "DateOfBirth, YearGroup, Class, StartDate"}));
  const auto unnamed = parse_pupils(
      "roll.csv", "Surname,Forename,DOB,Year,Class,StartDate\nKhan,A,2021-02-28,R,O,x");
  EXPECT_EQ(unnamed.error().where, "UPN or AdmissionNumber");
}

TEST(Csv, refuses_what_is_not_a_csv_file_of_a_school) {
  EXPECT_EQ(parse_csv("a.csv", "").error().code, FaultCode::file_empty);
  EXPECT_EQ(parse_csv("a.csv", "\xEF\xBB\xBF \r\n").error().code, FaultCode::file_empty);
  const auto latin = parse_csv("a.csv", "Name\nZo\xEB\n");
  EXPECT_EQ(latin.error(), (Fault{FaultCode::file_not_utf8, "a.csv, line 2,"}));
  const auto stray = parse_csv("a.csv", "Name\n\"open\n");
  EXPECT_EQ(stray.error().code, FaultCode::file_bad_csv);
  EXPECT_EQ(parse_csv("a.csv", "a,b\nx\"y,z\n").error().code, FaultCode::file_bad_csv);
}

TEST(Csv, refuses_a_file_of_50_MB_before_it_reads_it) {
  const auto path = std::filesystem::temp_directory_path() / "handbell-large.csv";
  std::ofstream(path).put('x');
  std::filesystem::resize_file(path, 50 * 1024 * 1024);
  EXPECT_EQ(load_file(path).error().code, FaultCode::file_too_large);
  std::filesystem::remove(path);
  EXPECT_EQ(load_file(path).error().code, FaultCode::file_unreadable);
}

TEST(Csv, counts_lines_over_blank_ones_and_over_cells_of_several_lines) {
  const auto rows = parse_csv("a.csv", "h\r\n\r\n\"two\r\nlines\"\r\nlast");
  ASSERT_TRUE(rows) << sentence(rows.error());
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[1].line, 3);
  EXPECT_EQ((*rows)[1].cells[0], "two\nlines");
  EXPECT_EQ((*rows)[2].line, 5);
}

TEST(Csv, reads_back_what_it_wrote_and_writes_no_formulas) {
  CsvWriter writer({"A", "B"});
  writer.row({"=1+1", "say \"hi\", then go"});
  EXPECT_NE(writer.text().find("'=1+1"), std::string::npos);
  const auto sheet = Sheet::parse("a.csv", writer.text(), {{"A", {}, true}, {"B", {}, true}});
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->cell(0, "A"), "=1+1");
  EXPECT_EQ(sheet->cell(0, "B"), "say \"hi\", then go");
}

TEST(Csv, answers_any_bytes_with_rows_or_a_fault) {
  std::mt19937_64 chance(9);
  const std::string alphabet = "a,\"\r\n;\xC3\xA9\xFF'= ";
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (auto left = chance() % 40; left > 0; --left) bytes += alphabet[chance() % alphabet.size()];
    const auto rows = parse_csv("a.csv", bytes);
    if (!rows) {
      EXPECT_FALSE(sentence(rows.error()).empty());
    }
    (void)parse_pupils("a.csv", kHeader + bytes);
  }
}

TEST(PupilFile, reads_back_what_it_wrote) {
  auto rows = three_pupils();
  rows[0].preferred = *NamePart::parse("امیرہ");
  rows[0].language = "ur";
  rows[1].pattern = *reg::AttendancePattern::parse("1010101010");
  rows[1].family = "F1";
  rows[2].see_office = true;
  rows[2].leaving = on("2026-07-20");
  const auto read = parse_pupils("roll.csv", write_pupils(rows));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows, rows);
}

TEST(CardFile, finds_the_holder_and_refuses_passing_numbers) {
  reg::School school;
  school.pupils = reg::merge_pupils(school, three_pupils())->rows;
  const auto parsed = parse_cards("cards.csv",
                                  "AdmissionNumber,CardId,IssuedOn,RevokedOn\n"
                                  "1001,04:A1:B2:C3:D4:E5:80,,\n"
                                  "1002,08AABBCC,,\n"
                                  "9999,04A1B2C3D4E581,,\n"
                                  "1003,11223344,01/09/2025,2025-10-01\n",
                                  school, on("2026-01-12"));
  ASSERT_TRUE(parsed) << sentence(parsed.error());
  ASSERT_EQ(parsed->rows.size(), 2U);
  EXPECT_EQ(parsed->rows[0].issued, on("2026-01-12"));
  EXPECT_EQ(parsed->rows[1].revoked, on("2025-10-01"));
  EXPECT_EQ(parsed->remarks.size(), 1U) << "a short number";
  ASSERT_EQ(parsed->refused.size(), 2U);
  EXPECT_EQ(parsed->refused[0].line, 3);
  const auto again =
      parse_cards("cards.csv", write_cards(parsed->rows, school), school, on("2026-02-01"));
  EXPECT_EQ(again->rows, parsed->rows);
}

TEST(CalendarFile, reads_back_what_it_wrote_and_refuses_backward_periods) {
  auto periods = one_year();
  periods[1].groups = {"R", "Owls"};
  const auto read = parse_calendar("year.csv", write_calendar(periods));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows, periods);
  const auto wrong =
      parse_calendar("year.csv",
                     "From,To,Kind,Name,Groups\n2026-02-20,2026-02-16,holiday,Half,\n"
                     "2026-02-20,2026-02-26,party,Half,\n");
  ASSERT_EQ(wrong->refused.size(), 2U);
  EXPECT_EQ(wrong->refused[0].column, "To");
  EXPECT_EQ(wrong->refused[1].column, "Kind");
}

TEST(Csv, a_file_of_commas_alone_is_empty) {
  for (const char* nothing : {",,,\n", "\"\"\n", ",\n,\n"}) {
    const auto rows = parse_csv("roll.csv", nothing);
    ASSERT_FALSE(rows) << nothing;
    EXPECT_EQ(rows.error().code, FaultCode::file_empty);
  }
}

}  // namespace
}  // namespace handbell::exchange
