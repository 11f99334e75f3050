#include "drivers/card/wedge_format.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace handbell::card {
namespace {

WedgeFormat format(std::string_view name) { return WedgeFormat::named(name).value(); }
std::string number(std::string_view name, std::string_view typed) {
  const auto card = format(name).number_of(typed);
  return card ? card->text() : "none";
}

// The 125 kHz card 06 00 8E 6D 5D in every format: 0x06008E6D5D = 25779137885, 0x008E6D5D =
// 9334109, 0x8E = 142, 0x6D5D = 27997.
TEST(WedgeFormat, one_card_of_125_kHz_in_each_format) {
  EXPECT_EQ(number("10H", "06008E6D5D"), "wedge:10H:06008E6D5D");
  EXPECT_EQ(number("13D", "0025779137885"), "wedge:13D:0025779137885");
  EXPECT_EQ(number("10D", "0009334109"), "wedge:10D:0009334109");
  EXPECT_EQ(number("8D", "09334109"), "wedge:8D:09334109");
  EXPECT_EQ(number("2H4H", "14227997"), "wedge:2H4H:14227997");
  EXPECT_EQ(number("4H4H", "0014227997"), "wedge:4H4H:0014227997");
}

TEST(WedgeFormat, two_parts_may_have_a_comma_between) {
  EXPECT_EQ(number("2H4H", "142,27997"), number("2H4H", "14227997"));
  EXPECT_EQ(number("4H4H", "00142,27997"), number("4H4H", "0014227997"));
  EXPECT_EQ(number("2H4H", "1422,7997"), "none");
  EXPECT_EQ(number("2H4H", "142,2799"), "none");
  EXPECT_EQ(number("2H4H", "142,,7997"), "none");
  EXPECT_EQ(number("8D", "142,27997"), "none");
}

TEST(WedgeFormat, a_uid_of_4_bytes_is_the_same_in_either_order) {
  EXPECT_EQ(number("8H", "A1B2C3D4"), "wedge:8H:A1B2C3D4");
  EXPECT_EQ(number("8HR", "D4C3B2A1"), "wedge:8H:A1B2C3D4");
  // 0xA1B2C3D4 = 2712847316; turned 0xD4C3B2A1 = 3569595041.
  EXPECT_EQ(number("10D", "2712847316"), "wedge:10D:2712847316");
  EXPECT_EQ(number("10DR", "3569595041"), "wedge:10D:2712847316");
}

TEST(WedgeFormat, a_number_larger_than_its_bytes_is_none) {
  EXPECT_EQ(number("10D", "4294967295"), "wedge:10D:4294967295");
  EXPECT_EQ(number("10D", "4294967296"), "none");
  EXPECT_EQ(number("10DR", "4294967296"), "none");
  EXPECT_EQ(number("13D", "1099511627775"), "wedge:13D:1099511627775");
  EXPECT_EQ(number("13D", "1099511627776"), "none");
  EXPECT_EQ(number("8D", "16777216"), "none");
  EXPECT_EQ(number("2H4H", "25600000"), "none");
  EXPECT_EQ(number("2H4H", "25565536"), "none");
  EXPECT_EQ(number("4H4H", "6553600000"), "none");
}

TEST(WedgeFormat, another_count_of_digits_or_another_digit_is_none) {
  for (const auto& [name, digits] :
       std::array<std::pair<const char*, std::size_t>, 9>{{{"10H", 10},
                                                           {"13D", 13},
                                                           {"10D", 10},
                                                           {"10DR", 10},
                                                           {"4H4H", 10},
                                                           {"8D", 8},
                                                           {"2H4H", 8},
                                                           {"8H", 8},
                                                           {"8HR", 8}}}) {
    for (std::size_t count = 0; count < 30; ++count) {
      EXPECT_EQ(format(name).whole(std::string(count, '0')), count == digits) << name << count;
    }
    EXPECT_EQ(number(name, std::string(digits - 1, '0') + "G"), "none") << name;
    EXPECT_EQ(number(name, std::string(digits - 1, '0') + "a"), "none") << name;
  }
  EXPECT_EQ(number("10D", "000933410A"), "none");
}

TEST(WedgeFormat, makers_longer_names_are_the_same_formats) {
  EXPECT_EQ(number("8H10D", "0009334109"), "wedge:10D:0009334109");
  EXPECT_EQ(number("6H8D", "09334109"), "wedge:8D:09334109");
}

TEST(WedgeFormat, a_name_that_is_none_is_a_fault_that_lists_them) {
  const auto fault = WedgeFormat::named("9D").error();
  EXPECT_EQ(fault.code, FaultCode::bad_config);
  EXPECT_NE(fault.where.find("2H4H"), std::string::npos);
}

TEST(WedgeFormat, no_number_of_one_format_is_a_card_of_another) {
  EXPECT_NE(number("10D", "0014227997"), number("4H4H", "0014227997"));
  EXPECT_NE(number("8D", "14227997"), number("2H4H", "14227997"));
}

}  // namespace
}  // namespace handbell::card
