#include "drivers/card/listing.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::card {
namespace {

Bytes bytes(const char* hex) { return from_hex(hex).value(); }

TEST(Listing, reads_the_numbers_of_4_7_and_10_bytes) {
  EXPECT_EQ(listed_card(bytes("0101000408"
                              "0411223344"))
                ->value()
                .text(),
            "11223344");
  EXPECT_EQ(listed_card(bytes("0101004400"
                              "0704A1B2C3D4E580"))
                ->value()
                .text(),
            "04A1B2C3D4E580");
  EXPECT_EQ(listed_card(bytes("0101034420"
                              "0A01020304050607080910"
                              "067577810280"))
                ->value()
                .text(),
            "01020304050607080910");
}

TEST(Listing, no_card_is_no_fault) { EXPECT_FALSE(listed_card(bytes("00")).value()); }

TEST(Listing, a_wrong_length_is_refused_and_never_another_childs_number) {
  for (const char* wrong :
       {"", "01", "0101000408", "010100040800", "0101000408FF11223344", "010100040804112233",
        "0101004400"
        "0404A1B2C3D4E580",
        "0101004420"
        "0704A1B2C3D4E58000",
        "0101004420"
        "0704A1B2C3D4E580FF",
        "0201000408"
        "0411223344"}) {
    const auto given = from_hex(wrong);
    ASSERT_TRUE(given) << wrong;
    EXPECT_FALSE(listed_card(*given)) << wrong;
  }
}

TEST(Listing, each_cut_answer_is_refused) {
  const Bytes whole = bytes(
      "0101004400"
      "0704A1B2C3D4E580");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    EXPECT_FALSE(listed_card(std::span(whole).first(i))) << i;
  }
}

TEST(Listing, random_answers_give_a_whole_number_or_a_fault) {
  CountedRandom random(11);
  for (int i = 0; i < 50'000; ++i) {
    Bytes length(1);
    random.fill(length);
    Bytes answer(length[0] % 40);
    random.fill(answer);
    const auto card = listed_card(answer);
    if (!card || !*card) continue;
    EXPECT_TRUE((**card).bytes().size() % 3 == 1);
  }
}

}  // namespace
}  // namespace handbell::card
