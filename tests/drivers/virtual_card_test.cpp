#include "drivers/vcard/virtual_card.h"

#include "drivers/vcard/vpcd_frame.h"

#include <gtest/gtest.h>

namespace handbell::vcard {
namespace {

const CardNumber kAmira = CardNumber::parse("04A1B2C3D4E580").value();
const Bytes kGetUid{0xFF, 0xCA, 0x00, 0x00, 0x00};

std::vector<Bytes> messages_of(const Bytes& stream) {
  VpcdFrames frames;
  std::vector<Bytes> messages;
  for (const auto byte : stream) {
    if (auto message = frames.take(byte)) messages.push_back(std::move(*message));
  }
  return messages;
}

TEST(VpcdFrames, a_message_is_its_length_and_its_bytes) {
  EXPECT_EQ(vpcd_frame({0x04}), (Bytes{0x00, 0x01, 0x04}));
  EXPECT_EQ(vpcd_frame(Bytes(300, 7)).size(), 302U);
  EXPECT_EQ(messages_of({0, 1, 4, 0, 0, 0, 2, 8, 9, 0}), (std::vector<Bytes>{{4}, {}, {8, 9}}));
  EXPECT_EQ(messages_of(vpcd_frame(Bytes(70'000, 1))).front().size(), 65'535U);
}

TEST(VirtualCard, a_storage_card_has_its_number_and_nothing_else) {
  auto card = VirtualCard::storage(kAmira);
  EXPECT_EQ(card.answer(kGetUid), from_hex("04A1B2C3D4E580 9000"));
  EXPECT_EQ(card.answer({0x00, 0xA4, 0x04, 0x00}), (Bytes{0x6A, 0x81}));
  EXPECT_EQ(card.answer({kTellAtr})->size(), 20U);
}

TEST(VirtualCard, an_iso_dep_card_gives_its_version_in_three_pieces) {
  auto card = VirtualCard::iso_dep(kAmira);
  EXPECT_EQ(card.answer({0x90, 0x60, 0, 0, 0})->back(), 0xAF);
  EXPECT_EQ(card.answer({0x90, 0xAF, 0, 0, 0})->back(), 0xAF);
  EXPECT_EQ(card.answer({0x90, 0xAF, 0, 0, 0})->back(), 0x00);
  EXPECT_EQ(card.answer({0x90, 0xAF, 0, 0, 0}), (Bytes{0x6D, 0x00}));
}

TEST(VirtualCard, power_ends_what_was_begun_and_is_not_answered) {
  auto card = VirtualCard::iso_dep(kAmira);
  EXPECT_EQ(card.answer({0x90, 0x60, 0, 0, 0})->back(), 0xAF);
  EXPECT_EQ(card.answer({kReset}), std::nullopt);
  EXPECT_EQ(card.answer({0x90, 0xAF, 0, 0, 0}), (Bytes{0x6D, 0x00}));
  EXPECT_EQ(card.resets(), 1);
}

TEST(VirtualCard, no_fault_gives_its_number_away_rightly) {
  for (const auto& [fault, name] : all_card_faults()) {
    auto card = VirtualCard::storage(kAmira);
    card.set_fault(fault);
    const bool right = card.answer(kGetUid) == from_hex("04A1B2C3D4E580 9000");
    EXPECT_EQ(right, fault == CardFault::none || fault == CardFault::bad_atr) << name;
  }
}

}  // namespace
}  // namespace handbell::vcard
