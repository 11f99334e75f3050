#include "app/journal/message.h"

#include "app/journal/event_codec.h"

#include "history.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace handbell::journal {
namespace {

KioskKey key_of(std::uint8_t value) {
  KioskKey key{};
  key.fill(value);
  return key;
}

SyncMessage some_message() {
  SyncMessage message;
  message.kiosk = 3;
  message.entries = history_of(1, 4);
  message.journal = {history_named(1), head_of(message.entries.back())};
  message.sealed = {2, {8, 8}};
  message.office = {history_named(9), {7, {}}};
  message.health = {false, "ready", 4, 12};
  message.wall = Instant{1'768'207'000'000};
  return message;
}

TEST(SyncMessage, reads_back) {
  const auto message = some_message();
  const Bytes bytes = encode(message, key_of(1));
  EXPECT_EQ(kiosk_of(bytes), 3U);
  EXPECT_EQ(decode_message(bytes, key_of(1)), message);
}

TEST(SyncMessage, carries_what_a_kiosk_removed) {
  auto message = some_message();
  const reg::Pruned pruned{4, head_of(message.entries.back()).link, {}};
  message.entries.push_back(
      sealed(history_named(1), head_of(message.entries.back()), draft_of(pruned, {}), {}));
  message.journal.head = head_of(message.entries.back());
  EXPECT_EQ(decode_message(encode(message, key_of(1)), key_of(1)), message);
}

TEST(SyncMessage, another_kiosks_key_opens_nothing) {
  const auto read = decode_message(encode(some_message(), key_of(1)), key_of(2));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, FaultCode::message_garbled);
}

TEST(SyncMessage, cut_at_every_length_nothing_is_taken) {
  const Bytes whole = encode(some_message(), key_of(1));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::span cut(whole.data(), length);
    EXPECT_FALSE(decode_message(cut, key_of(1))) << length;
  }
}

TEST(SyncMessage, a_thousand_flipped_bits_are_all_found) {
  const Bytes whole = encode(some_message(), key_of(1));
  std::mt19937 random(1);
  for (int i = 0; i < 1000; ++i) {
    Bytes flipped = whole;
    const std::size_t bit = random() % (whole.size() * 8);
    flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    EXPECT_FALSE(decode_message(flipped, key_of(1))) << bit;
  }
}

TEST(SyncMessage, one_over_the_limit_is_refused_by_its_size) {
  const Bytes large(kLongestMessage + 1, 0);
  EXPECT_EQ(decode_message(large, key_of(1)).error().code, FaultCode::message_too_large);
}

TEST(SyncAnswer, reads_back_and_a_flipped_one_does_not) {
  const SyncAnswer answer{history_named(1), 40, {history_named(9), {8, {}}},
                          Instant{5},       13, "A sentence."};
  const Bytes bytes = encode(answer, key_of(1));
  EXPECT_EQ(decode_answer(bytes, key_of(1)), answer);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes flipped = bytes;
    flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    EXPECT_FALSE(decode_answer(flipped, key_of(1)));
  }
}

RC_GTEST_PROP(SyncMessage, random_bytes_are_refused_without_a_crash,
              (const std::vector<std::uint8_t>& any)) {
  RC_ASSERT(!decode_message(any, key_of(1)));
  RC_ASSERT(!decode_answer(any, key_of(1)));
}

}  // namespace
}  // namespace handbell::journal
