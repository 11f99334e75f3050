#include "drivers/vcard/virtual_card.h"

#include "drivers/vcard/vpcd_frame.h"

#include <algorithm>
#include <array>

namespace handbell::vcard {

namespace {

constexpr std::array<std::pair<CardFault, std::string_view>, 12> kFaults{{
    {CardFault::none, "none"},
    {CardFault::refused, "refused"},
    {CardFault::torn, "torn"},
    {CardFault::mute, "mute"},
    {CardFault::no_number, "no_number"},
    {CardFault::half_status, "half_status"},
    {CardFault::no_status, "no_status"},
    {CardFault::five_bytes, "five_bytes"},
    {CardFault::over_long, "over_long"},
    {CardFault::past_buffer, "past_buffer"},
    {CardFault::noise, "noise"},
    {CardFault::bad_atr, "bad_atr"},
}};

constexpr std::size_t kPastBuffer = 400;
constexpr std::size_t kOverLong = 250;
constexpr std::size_t kLongestAtr = 33;
constexpr std::size_t kFileBytes = 40;
constexpr int kVersionFrames = 3;

bool begins(const Bytes& command, std::initializer_list<std::uint8_t> start) {
  return command.size() >= start.size() && std::equal(start.begin(), start.end(), command.begin());
}

Bytes with_status(Bytes data, std::uint8_t first, std::uint8_t second) {
  data.push_back(first);
  data.push_back(second);
  return data;
}

}  // namespace

std::span<const std::pair<CardFault, std::string_view>> all_card_faults() { return kFaults; }

VirtualCard::VirtualCard(CardNumber number, bool takes_commands, CardCommands commands)
    : number_(std::move(number)), takes_commands_(takes_commands), commands_(std::move(commands)) {}

VirtualCard VirtualCard::storage(const CardNumber& number) { return {number, false, {}}; }
VirtualCard VirtualCard::iso_dep(const CardNumber& number, CardCommands commands) {
  return {number, true, std::move(commands)};
}

std::optional<Bytes> VirtualCard::answer(const Bytes& message) {
  if (message.size() == 1) {
    if (message.front() == kTellAtr) return atr();
    if (message.front() == kReset || message.front() == kPowerOn) {
      ++resets_;
      if (commands_) (void)commands_({});
    }
    kept_.clear();
    frames_left_ = 0;
    return std::nullopt;
  }
  if (fault_ == CardFault::mute) return std::nullopt;
  if (begins(message, {0xFF, 0xCA, 0x00, 0x00})) return number_answer();
  if (fault_ == CardFault::torn) return Bytes{};
  return carry_out(message);
}

// PC/SC part 3: for a card without an ATR of its own the reader writes what kind it is.
Bytes VirtualCard::atr() const {
  if (fault_ == CardFault::bad_atr) return Bytes(kLongestAtr + 7, 0x3B);
  if (takes_commands_) return {0x3B, 0x81, 0x80, 0x01, 0x80, 0x80};
  return {0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00,
          0x03, 0x06, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x6A};
}

std::optional<Bytes> VirtualCard::number_answer() const {
  Bytes number = number_.bytes();
  switch (fault_) {
    case CardFault::refused:
      return Bytes{0x63, 0x00};
    case CardFault::torn:
      return Bytes{};
    case CardFault::no_number:
      return Bytes{0x90, 0x00};
    case CardFault::half_status:
      return Bytes{0x90};
    case CardFault::no_status:
      return number;
    case CardFault::five_bytes:
      number.resize(5, 0x00);
      break;
    case CardFault::over_long:
      number.resize(kOverLong, 0xFF);
      break;
    case CardFault::past_buffer:
      number.resize(kPastBuffer, 0xFF);
      break;
    case CardFault::noise:
      return Bytes{0x5A, 0xFF, 0x00, 0x90, 0x00, 0x63};
    default:
      break;
  }
  return with_status(std::move(number), 0x90, 0x00);
}

Bytes VirtualCard::carry_out(const Bytes& command) {
  if (!takes_commands_) return {0x6A, 0x81};
  if (commands_) {
    if (auto own = commands_(command)) return std::move(*own);
  }
  if (begins(command, {0x00, 0xA4, 0x04})) return {0x90, 0x00};
  if (begins(command, {0x00, 0xB0})) return read_file(command);
  // A challenge that has to be fetched, as by cards of the protocol T=0.
  if (begins(command, {0x00, 0x84})) {
    kept_ = {0xC1, 0xC2, 0xC3, 0xC4};
    return {0x61, 0x04};
  }
  if (begins(command, {0x00, 0xC0}) && !kept_.empty()) {
    return with_status(std::exchange(kept_, {}), 0x90, 0x00);
  }
  const bool version = begins(command, {0x90, 0x60});
  if (version) frames_left_ = kVersionFrames;
  if ((version || begins(command, {0x90, 0xAF})) && frames_left_ > 0) {
    const bool last = --frames_left_ == 0;
    return with_status({0x04, 0x01, 0x01, 0x12, 0x00, 0x16, 0x05}, 0x91, last ? 0x00 : 0xAF);
  }
  return {0x6D, 0x00};
}

/// A file of 40 bytes that wants to be asked for whole.
Bytes VirtualCard::read_file(const Bytes& command) const {
  if (command.back() != kFileBytes) return {0x6C, static_cast<std::uint8_t>(kFileBytes)};
  return with_status(Bytes(kFileBytes, 0x42), 0x90, 0x00);
}

}  // namespace handbell::vcard
