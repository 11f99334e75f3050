#include "app/exchange/staff_file.h"

#include "exchange_school.h"
#include <gtest/gtest.h>

namespace handbell::exchange {
namespace {

const std::string kStaffHeader = "StaffId,Name,Position,Role,Classes\r\n";

Result<Parsed<reg::StaffMember>> parsed_staff(const std::string& rows) {
  return parse_staff("staff.csv", kStaffHeader + rows, school());
}
std::string staff_refusal(const std::string& row) { return refusal_of(parsed_staff(row)); }

TEST(StaffFile, is_read_back_as_it_was_written) {
  const auto read = parsed_staff(
      "S1,Ada Cole,Headteacher,Head; senior attendance champion,\r\n"
      "S2,Lena Frost,Class teacher,teacher,Owls; Ducklings\r\n"
      "S3,Tom Dale,Technician,IT Technician,\r\n");
  ASSERT_TRUE(read) << sentence(read.error());
  ASSERT_TRUE(read->refused.empty()) << read->refused[0].reason;
  ASSERT_EQ(read->rows.size(), 3U);
  EXPECT_EQ(read->rows[0].roles, (std::vector<reg::Role>{reg::Role::head, reg::Role::champion}));
  EXPECT_EQ(read->rows[1].classes, (std::vector<std::string>{"Owls", "Ducklings"}));
  const std::string written = write_staff(read->rows);
  EXPECT_EQ(written.substr(3, kStaffHeader.size()), kStaffHeader);
  EXPECT_EQ(parse_staff("staff.csv", written, school())->rows, read->rows);
}

TEST(StaffFile, each_cell_that_cannot_be_taken_is_named_with_its_reason) {
  EXPECT_EQ(staff_refusal("S1,Ada Cole,Headteacher,head,\n"), "taken");
  EXPECT_EQ(staff_refusal(",Ada Cole,Headteacher,head,\n").substr(0, 8), "StaffId:");
  EXPECT_EQ(staff_refusal("S1,,Headteacher,head,\n").substr(0, 5), "Name:");
  EXPECT_EQ(staff_refusal("S1,Ada Cole,,head,\n").substr(0, 9), "Position:");
  EXPECT_EQ(staff_refusal("S1,Ada Cole,Headteacher,,\n").substr(0, 20), "Role: \"\" is none of:");
  EXPECT_EQ(staff_refusal("S1,Ada Cole,Cook,office; cook,\n"),
            "Role: \"cook\" is none of: class teacher, office, senior attendance champion, "
            "headteacher, DSL, governor, IT technician; write one of these in its place.");
  EXPECT_EQ(staff_refusal("S1,Ada Cole,Teacher,teacher,Wolves\n"),
            "Classes: There is no class Wolves; import the pupils of that class first, or correct "
            "the name.");
  EXPECT_EQ(parse_staff("s.csv", "StaffId,Name\nS1,Ada\n", school()).error().where,
            "Position, Role");
}

TEST(StaffFile, a_StaffId_that_stands_twice_is_refused_twice) {
  const auto read =
      parsed_staff("S1,Ada Cole,Head,head,\nS1,Tom Dale,Head,head,\nS2,Jo Barnes,Clerk,office,\n");
  ASSERT_EQ(read->refused.size(), 2U);
  EXPECT_EQ(read->refused[0].reason,
            "StaffId S1 (lines 2 and 3) stands twice in the file; keep the row that is right.");
  EXPECT_EQ(read->rows.size(), 1U);
}

TEST(StaffFile, remarks_on_a_teacher_without_a_class_and_takes_no_password) {
  const auto read = parse_staff(
      "staff.csv", "StaffId,Name,Position,Role,Password\nS2,Lena Frost,Teacher,teacher,owl123\n",
      school());
  ASSERT_EQ(read->remarks.size(), 2U);
  EXPECT_EQ(read->remarks[0], "The column \"Password\" is not known and was passed over.");
  EXPECT_EQ(read->remarks[1], "Line 2: Lena Frost is a class teacher without a class.");
}

}  // namespace
}  // namespace handbell::exchange
