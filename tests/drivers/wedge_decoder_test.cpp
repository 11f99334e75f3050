#include "drivers/card/wedge_decoder.h"

#include "wedge_test_keys.h"
#include <gtest/gtest.h>

namespace handbell::card {
namespace {

constexpr Steady kStart{100'000};

class Decoded {
 public:
  explicit Decoded(std::string_view format) : decoder_(WedgeFormat::named(format).value()) {}
  /// Types from now on; the clock stands where the last key was.
  Decoded& types(std::string_view text, Millis each = {10}) {
    for (const auto& key : typed(text, now_, each)) {
      now_ = key.at;
      keep(decoder_.press(key));
    }
    return *this;
  }
  Decoded& waits(std::int64_t ms) {
    now_ = now_ + Millis{ms};
    keep(decoder_.silence(now_));
    return *this;
  }
  Decoded& presses(unsigned code, int value) {
    keep(decoder_.press({code, value, now_}));
    return *this;
  }
  Decoded& misses() {
    decoder_.missed(now_);
    return *this;
  }
  [[nodiscard]] std::string numbers() const { return numbers_; }
  [[nodiscard]] const WedgeDecoder& decoder() const { return decoder_; }
  [[nodiscard]] Steady now() const { return now_; }

 private:
  void keep(const std::optional<CardNumber>& card) {
    if (card) numbers_ += card->text() + " ";
  }
  WedgeDecoder decoder_;
  Steady now_ = kStart;
  std::string numbers_;
};

const std::string kCard = "wedge:10D:0012345678 ";

TEST(WedgeDecoder, enter_ends_a_number) {
  EXPECT_EQ(Decoded("10D").types("0012345678\n").numbers(), kCard);
}

TEST(WedgeDecoder, silence_of_100_ms_ends_a_whole_number_and_99_do_not) {
  Decoded decoded("10D");
  EXPECT_EQ(decoded.types("0012345678").waits(99).numbers(), "");
  EXPECT_EQ(decoded.waits(1).numbers(), kCard);
  EXPECT_EQ(decoded.waits(500).types("\n").numbers(), kCard);
}

TEST(WedgeDecoder, a_number_that_was_not_asked_about_in_time_ends_with_the_next_key) {
  WedgeDecoder decoder(WedgeFormat::named("10D").value());
  for (const auto& key : typed("0012345678", kStart)) EXPECT_FALSE(decoder.press(key));
  const auto ended = decoder.press({KEY_1, 1, kStart + Millis{500}});
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->text() + " ", kCard);
  EXPECT_TRUE(decoder.begun());
}

TEST(WedgeDecoder, half_a_number_is_dropped_after_300_ms) {
  EXPECT_EQ(Decoded("10D").types("00123").waits(300).types("45678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("00123").waits(300).types("0012345678\n").numbers(), kCard);
  EXPECT_EQ(Decoded("10D").types("00123").waits(289).types("45678\n").numbers(), kCard);
}

TEST(WedgeDecoder, half_a_number_with_enter_is_dropped) {
  EXPECT_EQ(Decoded("10D").types("00123\n45678\n").numbers(), "");
}

TEST(WedgeDecoder, a_person_types_no_number) {
  EXPECT_EQ(Decoded("10D").types("0012345678\n", Millis{310}).numbers(), "");
}

TEST(WedgeDecoder, over_20_characters_are_dropped_whole) {
  EXPECT_EQ(Decoded("10D").types("00123456780012345678001\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types(std::string(5000, '1')).waits(300).numbers(), "");
  EXPECT_EQ(Decoded("10D").types("00123456780012345678001").waits(100).types("2345678\n").numbers(),
            "");
  EXPECT_EQ(Decoded("10D").types("00123456780012345678001\n0012345678\n").numbers(), kCard);
}

TEST(WedgeDecoder, another_character_spoils_its_number_up_to_the_end) {
  EXPECT_EQ(Decoded("10D").types("00123?5678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("?0012345678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("00123A5678\n0012345678\n").numbers(), kCard);
  EXPECT_EQ(Decoded("10D").types("?").waits(299).types("0012345678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("?").waits(300).types("0012345678\n").numbers(), kCard);
}

TEST(WedgeDecoder, only_keys_that_go_down_count) {
  Decoded decoded("10D");
  decoded.types("001234567").presses(KEY_7, 2).presses(KEY_7, 2).presses(KEY_9, 0);
  EXPECT_EQ(decoded.types("8\n").numbers(), kCard);
}

TEST(WedgeDecoder, shift_and_num_lock_are_no_characters) {
  Decoded decoded("8H");
  decoded.presses(KEY_NUMLOCK, 1).presses(KEY_LEFTSHIFT, 1).types("A1B2C3D4");
  EXPECT_EQ(decoded.presses(KEY_LEFTSHIFT, 0).types("\n").numbers(), "wedge:8H:A1B2C3D4 ");
}

TEST(WedgeDecoder, the_number_pad_is_digits_too) {
  Decoded decoded("8D");
  for (const int key : {KEY_KP0, KEY_KP9, KEY_KP3, KEY_KP3, KEY_KP4, KEY_KP1, KEY_KP0, KEY_KP9}) {
    decoded.presses(static_cast<unsigned>(key), 1);
  }
  EXPECT_EQ(decoded.presses(KEY_KPENTER, 1).numbers(), "wedge:8D:09334109 ");
}

TEST(WedgeDecoder, two_cards_in_a_row_are_two_numbers) {
  EXPECT_EQ(Decoded("10D").types("0012345678\n0000000042\n").numbers(),
            kCard + "wedge:10D:0000000042 ");
  EXPECT_EQ(Decoded("10D").types("0012345678").waits(100).types("0000000042").waits(100).numbers(),
            kCard + "wedge:10D:0000000042 ");
}

TEST(WedgeDecoder, missed_keys_drop_what_was_begun) {
  EXPECT_EQ(Decoded("10D").types("00123").misses().types("45678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("00123").misses().types("0012345678\n").numbers(), "");
  EXPECT_EQ(Decoded("10D").types("00123").misses().types("45678\n0012345678\n").numbers(), kCard);
}

TEST(WedgeDecoder, a_number_came_when_its_first_key_was_pressed) {
  WedgeDecoder decoder(WedgeFormat::named("10D").value());
  const auto last_of = [&](std::string_view text, std::int64_t at) {
    std::optional<CardNumber> last;
    for (const auto& key : typed(text, Steady{at}, Millis{40})) last = decoder.press(key);
    return last;
  };
  EXPECT_FALSE(last_of("00123", 1'000));  // breaks off
  EXPECT_FALSE(last_of("0012345678", 2'000));
  ASSERT_TRUE(decoder.silence(Steady{2'500}));
  EXPECT_EQ(decoder.first_key(), Steady{2'000});
  EXPECT_FALSE(last_of("0012345678", 3'000));
  EXPECT_TRUE(decoder.press({KEY_1, 1, Steady{5'000}})) << "the next one ends it";
  EXPECT_EQ(decoder.first_key(), Steady{3'000});
  EXPECT_FALSE(last_of("?0012\n", 6'000));
  EXPECT_FALSE(last_of("0012345678", 7'000));
  EXPECT_TRUE(decoder.press({KEY_ENTER, 1, Steady{7'420}}));
  EXPECT_EQ(decoder.first_key(), Steady{7'000});
}

TEST(WedgeDecoder, it_says_how_long_silence_has_to_last) {
  Decoded decoded("10D");
  EXPECT_EQ(decoded.decoder().wait(kStart), std::nullopt);
  decoded.types("00123");
  EXPECT_EQ(decoded.decoder().wait(decoded.now()), Millis{300});
  decoded.types("45678");
  EXPECT_EQ(decoded.decoder().wait(decoded.now() + Millis{30}), Millis{70});
  EXPECT_EQ(decoded.decoder().wait(decoded.now() + Millis{300}), Millis{0});
}

TEST(WedgeDecoder, every_beginning_of_a_number_alone_is_none) {
  const std::string whole = "0012345678\n";
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    EXPECT_EQ(Decoded("10D").types(whole.substr(0, size)).waits(1000).numbers(), "") << size;
  }
}

}  // namespace
}  // namespace handbell::card
