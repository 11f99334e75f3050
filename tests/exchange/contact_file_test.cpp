#include "app/exchange/contact_file.h"

#include "exchange_school.h"
#include <gtest/gtest.h>

namespace handbell::exchange {
namespace {

const std::string kContactHeader =
    "UPN,AdmissionNumber,Order,ContactName,Relationship,ParentalResponsibility,Phone1,Phone2,"
    "MayCollect,CourtOrderNote\r\n";

Result<Parsed<reg::Contact>> parsed_contacts(const std::string& rows) {
  return parse_contacts("contacts.csv", kContactHeader + rows, school());
}
std::string contact_refusal(const std::string& row) { return refusal_of(parsed_contacts(row)); }

TEST(ContactFile, is_read_back_as_it_was_written) {
  const auto read = parsed_contacts(
      "B801200005001,1001,1,Nadia Khan,Mother,Y,+44 7700 900123,01632 960123 ext 4,Y,\r\n"
      ",1001,2,Sam O'Neill,\"Uncle, by marriage\",N,07700 900124,,,\"Two lines,\n=not alone\"\r\n"
      ",1002,1,Ann Ross,Mother,y,07700 900125,07700 900126,N,\r\n");
  ASSERT_TRUE(read) << sentence(read.error());
  ASSERT_TRUE(read->refused.empty()) << read->refused[0].reason;
  ASSERT_EQ(read->rows.size(), 3U);
  EXPECT_TRUE(read->remarks.empty()) << read->remarks[0];
  EXPECT_FALSE(read->rows[1].may_collect) << "nobody said so";
  EXPECT_EQ(read->rows[1].court_order, "Two lines,\n=not alone");
  const std::string written = write_contacts(read->rows, school());
  EXPECT_NE(written.find(",'+44 7700 900123,"), std::string::npos) << "no formulas";
  EXPECT_EQ(written.substr(3, kContactHeader.size()), kContactHeader);
  EXPECT_EQ(parse_contacts("contacts.csv", written, school())->rows, read->rows);
}

TEST(ContactFile, each_cell_that_cannot_be_taken_is_named_with_its_reason) {
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,Mother,Y,07700 900123,,Y,\n"), "taken");
  EXPECT_EQ(contact_refusal(",,1,Nadia Khan,,,,,,\n"),
            "UPN: The row has neither a UPN nor an admission number; fill in one of them.");
  EXPECT_EQ(contact_refusal(",9999,1,Nadia Khan,,,,,,\n"),
            "AdmissionNumber: No pupil has the UPN or admission number 9999; check it in 'handbell "
            "list pupils'.");
  EXPECT_EQ(contact_refusal(",1001,first,Nadia Khan,,,,,,\n").substr(0, 24),
            "Order: \"first\" (1 to 20)");
  EXPECT_EQ(contact_refusal(",1001,21,Nadia Khan,,,,,,\n").substr(0, 6), "Order:");
  EXPECT_EQ(contact_refusal(",1001,1,,Mother,,,,,\n").substr(0, 12), "ContactName:");
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,,maybe,,,,\n"),
            "ParentalResponsibility: \"maybe\" is none of: Y, N or nothing; write one of these in "
            "its place.");
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,,,call mum,,,\n").substr(0, 28),
            "Phone1: \"call mum\" is not a ");
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,,,,123,,\n").substr(0, 7), "Phone2:");
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,,,,,often,\n").substr(0, 11), "MayCollect:");
  EXPECT_EQ(contact_refusal(",1001,1,Nadia Khan,,,,,," + std::string(1001, 'x') + "\n"),
            "CourtOrderNote: 1001 characters are more than this cell takes; shorten the text to "
            "1,000.");
}

TEST(ContactFile, a_UPN_and_an_admission_number_of_two_pupils_are_nobodys) {
  EXPECT_EQ(contact_refusal("B801200005001,1002,1,Nadia Khan,,,,,,\n"),
            "UPN: UPN B801200005001 and admission number 1002 are not one pupil's; correct the UPN "
            "or the admission number.");
  EXPECT_EQ(contact_refusal("b801200005001 ,1001,1,Nadia Khan,,,,,,\n"), "taken");
  EXPECT_EQ(contact_refusal("X9,1001,1,Nadia Khan,,,,,,\n").substr(0, 4), "UPN:");
  EXPECT_EQ(contact_refusal("X9,1002,1,Ann Ross,,,,,,\n"), "taken")
      << "the register holds no UPN of Ben";
}

TEST(ContactFile, one_place_of_the_list_given_twice_is_refused_twice) {
  const auto read = parsed_contacts(
      ",1001,1,Nadia Khan,,,,,,\n,1002,1,Ann Ross,,,,,,\n"
      "B801200005001,,1,Sam Khan,,,,,,\n");
  ASSERT_EQ(read->refused.size(), 2U);
  EXPECT_EQ(read->refused[1].line, 4);
  EXPECT_EQ(read->refused[1].column, "Order");
  EXPECT_EQ(read->refused[1].reason,
            "Contact 1 of Amira Khan, pupil 1, (lines 2 and 4) stands twice in the file; keep the "
            "row that is right.");
  EXPECT_EQ(read->rows.size(), 1U);
}

TEST(ContactFile, remarks_on_what_may_be_meant_otherwise) {
  const auto read = parsed_contacts(
      ",1001,1,Nadia Khan,,Y,7700900123,,Y,Order of 2025\n"
      ",1002,1,Ann Ross,,,,,,\n");
  ASSERT_EQ(read->remarks.size(), 4U);
  EXPECT_EQ(read->remarks[0], "Line 2: 7700900123 may lack its first 0.");
  EXPECT_EQ(read->remarks[1],
            "Line 2: Nadia Khan has a court order note and may collect; check that this is meant.");
  EXPECT_EQ(read->remarks[2],
            "Amira Khan has one number in this file; the guidance advises more than one emergency "
            "number.");
  EXPECT_EQ(read->remarks[3].substr(0, 35), "Ben Ross has no telephone number in");
}

TEST(ContactFile, a_list_that_names_no_pupils_is_refused_whole) {
  const auto none = parse_contacts("c.csv", "Order,Contact\n1,Ann Ross\n", school());
  EXPECT_EQ(none.error(), (Fault{FaultCode::column_missing, "UPN or AdmissionNumber"}));
}

TEST(ContactFile, eight_megabytes_of_one_row_are_answered_shortly) {
  std::string rows;
  while (rows.size() < 8'000'000) rows += ",1001,1,Nadia Khan,,,,,,\n";
  const auto read = parsed_contacts(rows);
  ASSERT_TRUE(read);
  EXPECT_GT(read->refused.size(), 300'000U);
  EXPECT_LT(read->refused[0].reason.size(), 200U);
}

}  // namespace
}  // namespace handbell::exchange
