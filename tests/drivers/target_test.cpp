// The cards of the emulator, each spoken to through the chip as a program does.
#include "drivers/pn532/chip.h"
#include "drivers/pn532/target_kind.h"

#include <gtest/gtest.h>

#include <set>

namespace handbell::pn532 {
namespace {

CardNumber named(const char* hex) { return CardNumber::parse(hex).value(); }

/// A chip with one card in its field.
class OnTheReader {
 public:
  OnTheReader(const char* uid, const char* kind) {
    chip_.put(make_target(named(uid), kind));
    (void)chip_.carry_out({0x32, 0x05, 0xFF, 0x01, 0x01});
  }
  std::string listed() { return to_hex(chip_.carry_out({0x4A, 1, 0})->data).substr(4); }
  /// Status and answer of InDataExchange.
  std::string say(const std::string& hex) {
    Bytes command{0x40, 1};
    const Bytes sent = from_hex(hex).value();
    command.insert(command.end(), sent.begin(), sent.end());
    return to_hex(chip_.carry_out(command)->data).substr(2);
  }
  void cycle_field() {
    (void)chip_.carry_out({0x32, 0x01, 0x00});
    (void)chip_.carry_out({0x32, 0x01, 0x01});
  }
  Chip& chip() { return chip_; }

 private:
  Chip chip_;
};

TEST(Target, every_kind_has_a_number_of_its_length_and_says_what_it_is) {
  EXPECT_EQ(OnTheReader("04A1B2C3D4E580", "ntag213").listed(), "010044000704A1B2C3D4E580");
  EXPECT_EQ(OnTheReader("04A1B2C3D4E580", "ntag215").listed(), "010044000704A1B2C3D4E580");
  EXPECT_EQ(OnTheReader("11223344", "classic").listed(), "010004080411223344");
  EXPECT_EQ(OnTheReader("04A1B2C3D4E580", "desfire").listed(),
            "010344200704A1B2C3D4E580067577810280");
  EXPECT_EQ(make_target(named("11223344"), "ntag213"), nullptr);
  EXPECT_EQ(make_target(named("04A1B2C3D4E580"), "bank"), nullptr);
  EXPECT_EQ(make_target(named("wedge:10D:0012345678")), nullptr);
  EXPECT_EQ(kinds_of_cards().size(), 9U);
}

TEST(Target, an_ntag_tells_its_version_and_its_ndef_message) {
  OnTheReader small("04A1B2C3D4E580", "ntag213");
  (void)small.listed();
  EXPECT_EQ(small.say("60"), "000004040201000F03");
  // Number with its check bytes, lock bytes, capability container.
  EXPECT_EQ(small.say("3000"), "0004A1B29FC3D4E58072480000E1101200");
  EXPECT_EQ(small.say("3A0405"), "00030FD1010B540265");
  EXPECT_EQ(small.say("3A0404").size(), 2 + 8U);
  OnTheReader large("04A1B2C3D4E580", "ntag215");
  (void)large.listed();
  EXPECT_EQ(large.say("60"), "000004040201001103");
  EXPECT_EQ(large.say("3003").substr(2, 8), "E1103E00");
  // The last page, and on at the first.
  EXPECT_EQ(large.say("3086").substr(10, 8), "04A1B29F");
}

TEST(Target, an_ntag_locks_sets_bits_only_once_and_hides_its_password) {
  OnTheReader card("04A1B2C3D4E580", "ntag213");
  (void)card.listed();
  EXPECT_EQ(card.say("A20401020304"), "00");
  EXPECT_EQ(card.say("A20200001000"), "00");  // locks page 4
  EXPECT_EQ(card.say("A204FFFFFFFF"), "01");
  EXPECT_EQ(card.say("3004"), "01") << "a refused command throws it back";
  card.cycle_field();
  (void)card.listed();
  EXPECT_EQ(card.say("3004").substr(2, 8), "01020304");
  EXPECT_EQ(card.say("302B").substr(2, 8), "00000000");
  EXPECT_EQ(card.say("1BFFFFFFFF"), "000000");
  EXPECT_EQ(card.say("1B00000000"), "01");
}

TEST(Target, a_classic_is_read_and_written_behind_its_key_alone) {
  OnTheReader card("11223344", "classic");
  const std::string data = "000102030405060708090A0B0C0D0E0F";
  (void)card.listed();
  EXPECT_EQ(card.say("6004FFFFFFFFFFFF11223344"), "00");
  EXPECT_EQ(card.say("A004" + data), "00");
  EXPECT_EQ(card.say("3004"), "00" + data);
  EXPECT_EQ(card.say("3007"), "00000000000000FF078069FFFFFFFFFFFF");
  EXPECT_EQ(card.say("3008"), "01") << "the next sector";
  EXPECT_EQ(card.say("6004FFFFFFFFFFFF11223344"), "01") << "idle now";
  (void)card.listed();
  EXPECT_EQ(card.say("610400000000000011223344"), "14");
  EXPECT_EQ(card.say("3004"), "01");
}

TEST(Target, only_a_copy_lets_its_number_be_written) {
  const std::string other = "AABBCCDD000804000000000000000000";
  OnTheReader card("11223344", "classic");
  (void)card.listed();
  EXPECT_EQ(card.say("6000FFFFFFFFFFFF11223344"), "00");
  EXPECT_EQ(card.say("A000" + other), "01");
  OnTheReader copy("11223344", "copy");
  (void)copy.listed();
  EXPECT_EQ(copy.say("6000FFFFFFFFFFFF11223344"), "00");
  EXPECT_EQ(copy.say("A000" + other), "00");
  copy.cycle_field();
  EXPECT_EQ(copy.listed(), "0100040804AABBCCDD");
}

TEST(Target, a_desfire_tells_its_version_in_three_frames_and_finds_its_application) {
  OnTheReader card("04A1B2C3D4E580", "desfire");
  (void)card.listed();
  EXPECT_EQ(card.say("9060000000"), "000401011200160591AF");
  EXPECT_EQ(card.say("90AF000000"), "000401010201160591AF");
  EXPECT_EQ(card.say("90AF000000"), "0004A1B2C3D4E580BA5420013011209100");
  EXPECT_EQ(card.say("90AF000000"), "006A82");
  EXPECT_EQ(card.say("00A4040007D276000085010100"), "009000");
  EXPECT_EQ(card.say("00A4040007D276000085010200"), "006A82");
  EXPECT_EQ(card.say("00"), "006700");
}

TEST(Target, a_phone_and_a_bank_card_have_another_number_in_each_field) {
  for (const char* kind : {"phone", "bank"}) {
    OnTheReader card("08000001", kind);
    std::set<std::string> numbers;
    for (int i = 0; i < 20; ++i) {
      const std::string listed = card.listed();
      EXPECT_EQ(listed.substr(8, 4), "0408") << listed;
      numbers.insert(listed.substr(10, 8));
      card.cycle_field();
    }
    EXPECT_EQ(numbers.size(), 20U) << kind;
    EXPECT_TRUE(card.chip().take_away(named("08000001"))) << "by the name it was put there";
  }
}

TEST(Target, a_bank_card_names_its_payment_environment) {
  OnTheReader card("08000001", "bank");
  (void)card.listed();
  EXPECT_EQ(card.say("00A404000E325041592E5359532E444446303100"),
            "006F20840E325041592E5359532E4444463031A50EBF0C0B61094F07A00000000310109000");
  EXPECT_EQ(card.say("00A4040007A000000003101000"), "006A82");
}

TEST(Target, a_card_that_comes_back_still_has_what_was_written) {
  OnTheReader card("04A1B2C3D4E580", "ntag215");
  (void)card.listed();
  EXPECT_EQ(card.say("A20401020304"), "00");
  EXPECT_TRUE(card.chip().take_away(named("04A1B2C3D4E580")));
  EXPECT_EQ(card.say("3004"), "01");
  EXPECT_TRUE(card.chip().put(named("04A1B2C3D4E580")));
  (void)card.listed();
  EXPECT_EQ(card.say("3004").substr(2, 8), "01020304");
  EXPECT_EQ(card.say("60").substr(14, 2), "11") << "an NTAG215 again";
}

TEST(Target, a_halted_card_is_woken_by_choosing_it_again) {
  OnTheReader card("04A1B2C3D4E580", "desfire");
  (void)card.listed();
  EXPECT_EQ(to_hex(card.chip().carry_out({0x54, 1})->data), "5501") << "none is halted";
  (void)card.chip().carry_out({0x44, 0});
  EXPECT_EQ(card.say("9060000000"), "01");
  EXPECT_EQ(to_hex(card.chip().carry_out({0x54, 1})->data), "5500");
  EXPECT_EQ(card.say("9060000000"), "000401011200160591AF");
}

}  // namespace
}  // namespace handbell::pn532
