#include "drivers/card/pcsc_answer.h"

#include <gtest/gtest.h>

namespace handbell::card {
namespace {

using namespace std::string_literals;

Bytes hex(std::string_view text) { return from_hex(text).value(); }

TEST(PcscAnswer, a_number_of_4_7_or_10_bytes_with_the_status_9000_is_a_card) {
  EXPECT_EQ(uid_of_answer(hex("11223344 9000"))->text(), "11223344");
  EXPECT_EQ(uid_of_answer(hex("04A1B2C3D4E580 9000"))->text(), "04A1B2C3D4E580");
  EXPECT_EQ(uid_of_answer(hex("01020304050607080910 9000"))->text(), "01020304050607080910");
}

TEST(PcscAnswer, a_torn_card_answers_with_success_and_nothing) {
  EXPECT_EQ(uid_of_answer({}).error().code, FaultCode::card_left);
  EXPECT_EQ(uid_of_answer(hex("90")).error().code, FaultCode::card_left);
}

TEST(PcscAnswer, another_status_or_another_length_is_no_card) {
  for (const char* answer : {"6300", "9000", "11223344 6300", "1122334455 9000", "112233 9000",
                             "04A1B2C3D4E580", "0102030405060708091011 9000", "9000 9001"}) {
    EXPECT_EQ(uid_of_answer(hex(answer)).error().code, FaultCode::bad_card) << answer;
  }
}

TEST(PcscAnswer, a_fault_never_holds_the_bytes_of_a_number) {
  const auto fault = uid_of_answer(hex("04A1B2C3D4 9000")).error();
  EXPECT_EQ(sentence(fault).find("A1B2"), std::string::npos) << sentence(fault);
}

TEST(PcscAnswer, a_card_that_only_stores_takes_no_commands) {
  EXPECT_FALSE(takes_commands(hex("3B8F8001804F0CA00000030603000100000000 6A")));
  EXPECT_FALSE(takes_commands({}));
  EXPECT_TRUE(takes_commands(hex("3B8180018080")));
}

TEST(PcscReaders, a_list_ends_at_its_empty_name) {
  EXPECT_EQ(listed_readers("One 00 00\0Two 00 00\0\0Three\0"s),
            (std::vector<std::string>{"One 00 00", "Two 00 00"}));
  EXPECT_EQ(listed_readers("\0"s), std::vector<std::string>{});
  EXPECT_EQ(listed_readers("unended"s), std::vector<std::string>{"unended"});
}

TEST(PcscReaders, the_whole_name_goes_before_its_beginning) {
  const std::vector<std::string> names{"ACS ACR1252 Reader [PICC] 00 00", "ACS ACR1252", "Other"};
  EXPECT_EQ(chosen_reader(names, "ACS ACR1252"), "ACS ACR1252");
  EXPECT_EQ(chosen_reader(names, "ACS ACR1252 R"), "ACS ACR1252 Reader [PICC] 00 00");
  EXPECT_EQ(chosen_reader(names, "ACS ACR1255"), std::nullopt);
}

TEST(PcscReaders, without_a_name_it_is_the_first_for_cards_without_contacts_never_a_sam) {
  EXPECT_EQ(
      chosen_reader({"A Contact Reader", "ACR1252 [ACR1252 SAM]", "ACR1252 [ACR1252 PICC]"}, ""),
      "ACR1252 [ACR1252 PICC]");
  EXPECT_EQ(chosen_reader({"ACR1252 [SAM]", "Plain Reader"}, ""), "Plain Reader");
  EXPECT_EQ(chosen_reader({"ACR1252 [SAM]"}, ""), std::nullopt);
  EXPECT_EQ(chosen_reader({}, ""), std::nullopt);
}

// As libccid 1.5.2 and pcscd 1.9.9 name them: the reader, its interface, a serial number, two
// counts.
const std::string kSamOf1252 = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00";
const std::string kPiccOf1252 = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00";
const std::string kLaptops = "Alcor Micro AU9540 00 00";
const std::string kContacted = "Broadcom Corp 58200 [Contacted SmartCard] (0123456789ABCD) 00 00";
const std::string kOmnikeyContact =
    "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422 Smartcard Reader] (KU02) 00 00";
const std::string kOmnikey =
    "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] (KU02) 01 00";
const std::string kIccOf1281 = "ACS ACR1281 1S Dual Reader [ACR1281 1S Dual Reader ICC] 00 00";
const std::string kPiccOf1281 = "ACS ACR1281 1S Dual Reader [ACR1281 1S Dual Reader PICC] 00 01";

TEST(PcscReaders,
     the_name_that_the_handbook_recommends_and_the_one_that_is_listed_find_the_reader) {
  const std::vector<std::string> names{kLaptops, kSamOf1252, kPiccOf1252};
  for (const char* wanted : {"ACR1252", "acr1252", "ACR1252 Dual Reader", "ACS ACR1252 PICC"}) {
    EXPECT_EQ(chosen_reader(names, wanted), kPiccOf1252) << wanted;
  }
  for (const char* wanted : {"ACR1255", "Dual ACR1252 ACS", "ACR1252 ACR1252 ACR1252"}) {
    EXPECT_EQ(chosen_reader(names, wanted), std::nullopt) << wanted;
  }
}

TEST(PcscReaders, a_slot_for_sams_is_never_one_even_by_its_whole_name) {
  EXPECT_EQ(chosen_reader({kSamOf1252}, "ACR1252"), std::nullopt);
  EXPECT_EQ(chosen_reader({kSamOf1252}, kSamOf1252), std::nullopt);
  EXPECT_EQ(chosen_reader({"Feitian R502 [R502 SAM1 Reader] 01 00"}, ""), std::nullopt);
  EXPECT_EQ(chosen_reader({"Samsung NFC Reader 00 00"}, ""), "Samsung NFC Reader 00 00");
}

TEST(PcscReaders, of_several_slots_it_is_the_one_for_cards_without_contacts) {
  EXPECT_EQ(chosen_reader({kOmnikeyContact, kOmnikey}, "OMNIKEY 5422"), kOmnikey);
  EXPECT_EQ(chosen_reader({kIccOf1281, kPiccOf1281}, "ACR1281"), kPiccOf1281);
  EXPECT_EQ(chosen_reader({kLaptops, kContacted, kOmnikey}, ""), kOmnikey);
}

TEST(PcscReaders, without_a_name_one_for_cards_with_contacts_is_never_meant) {
  EXPECT_EQ(chosen_reader({kContacted, kIccOf1281}, ""), std::nullopt);
  EXPECT_EQ(chosen_reader({kContacted, kIccOf1281}, "ACR1281"), kIccOf1281) << "somebody named it";
}

TEST(PcscReaders, the_one_that_is_read_is_left_only_for_a_better_one) {
  EXPECT_EQ(chosen_reader({"A PICC 00 00", "B PICC 01 00"}, "", "B PICC 01 00"), "B PICC 01 00");
  EXPECT_EQ(chosen_reader({kLaptops, kPiccOf1252}, "", kLaptops), kPiccOf1252);
  EXPECT_EQ(chosen_reader({kLaptops}, "", kPiccOf1252), kLaptops);
}

}  // namespace
}  // namespace handbell::card
