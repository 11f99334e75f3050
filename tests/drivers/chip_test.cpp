#include "drivers/pn532/chip.h"

#include "drivers/pn532/line.h"
#include "drivers/pn532/target_kind.h"

#include <gtest/gtest.h>

namespace handbell::pn532 {
namespace {

const Bytes kList{0x4A, 1, 0};
const Bytes kTwoTries{0x32, 0x05, 0xFF, 0x01, 0x01};
const Bytes kDeselect{0x44, 0};

CardNumber card(const char* hex) { return CardNumber::parse(hex).value(); }

Bytes listed(Chip& chip) { return chip.carry_out(kList)->data; }

TEST(Chip, sleeps_until_it_is_woken_and_again_after_a_brown_out) {
  Chip chip;
  EXPECT_FALSE(chip.awake());
  chip.wake();
  EXPECT_TRUE(chip.awake());
  chip.brown_out();
  EXPECT_FALSE(chip.awake());
}

TEST(Chip, waits_for_a_card_for_ever_unless_the_host_set_its_tries) {
  Chip chip;
  EXPECT_EQ(listed(chip), Bytes{});
  EXPECT_FALSE(chip.listing_ended());
  chip.put(card("04A1B2C3D4E580"));
  const auto answer = chip.listing_ended();
  ASSERT_TRUE(answer);
  EXPECT_EQ(to_hex(answer->data),
            "4B010100440007"
            "04A1B2C3D4E580");
  ASSERT_TRUE(chip.carry_out(kTwoTries));
  chip.take_all_away();
  EXPECT_EQ(listed(chip), (Bytes{0x4B, 0}));
}

TEST(Chip, a_halted_card_is_silent_until_the_field_was_off) {
  Chip chip;
  chip.put(card("11223344"));
  (void)chip.carry_out(kTwoTries);
  EXPECT_EQ(to_hex(listed(chip)), "4B01010004080411223344");
  (void)chip.carry_out(kDeselect);
  EXPECT_EQ(listed(chip), (Bytes{0x4B, 0}));
  (void)chip.carry_out({0x32, 0x01, 0x00});
  (void)chip.carry_out({0x32, 0x01, 0x01});
  EXPECT_EQ(listed(chip)[1], 1);
}

TEST(Chip, a_second_card_answers_once_the_first_is_halted) {
  Chip chip;
  chip.put(card("11223344"));
  chip.put(card("04A1B2C3D4E580"));
  (void)chip.carry_out(kTwoTries);
  EXPECT_EQ(to_hex(listed(chip)), "4B01010004080411223344");
  (void)chip.carry_out(kDeselect);
  EXPECT_EQ(to_hex(listed(chip)), "4B01010044000704A1B2C3D4E580");
}

TEST(Chip, a_card_for_commands_whose_listing_nobody_heard_is_deaf_until_the_field_was_off) {
  Chip chip;
  EXPECT_EQ(listed(chip), Bytes{});
  chip.put(make_target(card("04A1B2C3D4E581"), "desfire"));
  ASSERT_TRUE(chip.listing_ended());  // the host's wait was over
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(listed(chip), Bytes{}) << i;
    EXPECT_FALSE(chip.listing_ended()) << i;
  }
  (void)chip.carry_out({0x32, 0x01, 0x00});
  (void)chip.carry_out({0x32, 0x01, 0x01});
  EXPECT_EQ(listed(chip)[1], 1);
}

TEST(Chip, a_card_without_commands_whose_listing_nobody_heard_is_found_again) {
  Chip chip;
  EXPECT_EQ(listed(chip), Bytes{});
  chip.put(card("04A1B2C3D4E580"));
  ASSERT_TRUE(chip.listing_ended());
  EXPECT_EQ(listed(chip)[1], 1);
}

TEST(Chip, a_card_for_commands_that_is_deselected_is_halted) {
  Chip chip;
  chip.put(make_target(card("04A1B2C3D4E581"), "desfire"));
  (void)chip.carry_out(kTwoTries);
  EXPECT_EQ(listed(chip)[1], 1);
  (void)chip.carry_out(kDeselect);
  EXPECT_EQ(listed(chip), (Bytes{0x4B, 0}));
  EXPECT_EQ(to_hex(chip.carry_out({0x54, 1})->data), "5500") << "woken";
}

TEST(Chip, reads_and_writes_an_ntag_within_its_pages) {
  Chip chip;
  chip.put(card("04A1B2C3D4E580"));
  (void)chip.carry_out(kTwoTries);
  (void)listed(chip);
  EXPECT_EQ(chip.carry_out({0x40, 1, 0xA2, 4, 1, 2, 3, 4})->data, (Bytes{0x41, 0}));
  const auto read = chip.carry_out({0x40, 1, 0x30, 4})->data;
  EXPECT_EQ(to_hex(Bytes(read.begin(), read.begin() + 6)), "410001020304");
  EXPECT_EQ(chip.carry_out({0x40, 1, 0x30, 45})->data, (Bytes{0x41, 1}));
  EXPECT_EQ(chip.carry_out({0x40, 1, 0xA2, 0, 1, 2, 3, 4})->data, (Bytes{0x41, 1}));
}

TEST(Chip, an_unknown_command_gets_no_answer_of_its_own) {
  EXPECT_FALSE(Chip().carry_out({0xFE}));
  EXPECT_FALSE(Chip().carry_out({}));
}

TEST(Line, a_frame_takes_its_bytes_time) {
  Line line;
  line.answer(Bytes(10, 1), 1'000);
  EXPECT_TRUE(line.due(1'000 + 10 * kByteTime - 1).empty());
  EXPECT_EQ(line.due(1'000 + 10 * kByteTime).size(), 10U);
}

}  // namespace
}  // namespace handbell::pn532
