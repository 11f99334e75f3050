#include "drivers/pn532/iso_card.h"

#include <algorithm>
#include <string_view>

namespace handbell::pn532 {

namespace {

constexpr std::uint16_t kWell = 0x9000;
constexpr std::uint16_t kMoreFollows = 0x91AF;
constexpr std::uint16_t kDesfireWell = 0x9100;
constexpr std::uint8_t kDesfireVersion = 0x60;
constexpr std::uint8_t kDesfireGoOn = 0xAF;

/// The name in a SELECT by name; empty where it is none.
Bytes selected_name(const Bytes& command) {
  constexpr std::size_t kHead = 5;
  const bool select = command.size() >= kHead && command[0] == 0x00 && command[1] == 0xA4 &&
                      command[2] == 0x04 && command.size() >= kHead + command[4];
  if (!select) return {};
  return Bytes(command.begin() + kHead, command.begin() + kHead + command[4]);
}

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

void put_behind(Bytes& bytes, const Bytes& more) {
  bytes.insert(bytes.end(), more.begin(), more.end());
}

/// Tag, length, value.
Bytes tagged(const Bytes& tag, const Bytes& value) {
  Bytes made = tag;
  made.push_back(static_cast<std::uint8_t>(value.size()));
  put_behind(made, value);
  return made;
}

}  // namespace

Bytes with_status(Bytes data, std::uint16_t status) {
  data.push_back(static_cast<std::uint8_t>(status >> 8U));
  data.push_back(static_cast<std::uint8_t>(status & 0xFFU));
  return data;
}

std::optional<Said> IsoCard::exchange(const Bytes& command) {
  constexpr std::size_t kShortest = 4;
  constexpr std::uint16_t kWrongLength = 0x6700;
  if (command.size() < kShortest) return Said{0, with_status({}, kWrongLength)};
  return Said{0, answer(command)};
}

Bytes DesfireCard::answer(const Bytes& command) {
  const Bytes application{0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01};
  if (selected_name(command) == application) return with_status({}, kWell);
  const bool wrapped = command[0] == 0x90;
  if (wrapped && command[1] == kDesfireVersion) {
    frame_ = 1;
    return with_status({0x04, 0x01, 0x01, 0x12, 0x00, 0x16, 0x05}, kMoreFollows);
  }
  if (wrapped && command[1] == kDesfireGoOn && frame_ == 1) {
    frame_ = 2;
    return with_status({0x04, 0x01, 0x01, 0x02, 0x01, 0x16, 0x05}, kMoreFollows);
  }
  if (wrapped && command[1] == kDesfireGoOn && frame_ == 2) {
    frame_ = 0;
    Bytes last = uid();
    last.resize(7);
    put_behind(last, {0xBA, 0x54, 0x20, 0x01, 0x30, 0x11, 0x20});  // batch, week, year
    return with_status(last, kDesfireWell);
  }
  frame_ = 0;
  return with_status({}, kNotFound);
}

PassingCard::PassingCard(CardNumber name) : IsoCard(std::move(name)), dice_(1) {
  for (const std::uint8_t byte : this->name().bytes()) dice_ = dice_ * 251 + byte;
  PassingCard::power_up();
}

void PassingCard::power_up() {
  // Marsaglia's xorshift: never zero once it is not.
  dice_ = dice_ == 0 ? 1 : dice_;
  dice_ ^= dice_ << 13U;
  dice_ ^= dice_ >> 17U;
  dice_ ^= dice_ << 5U;
  uid_ = {0x08, static_cast<std::uint8_t>(dice_ >> 16U), static_cast<std::uint8_t>(dice_ >> 8U),
          static_cast<std::uint8_t>(dice_)};
}

Bytes BankCard::answer(const Bytes& command) {
  const Bytes environment = bytes_of("2PAY.SYS.DDF01");
  if (selected_name(command) != environment) return with_status({}, kNotFound);
  const Bytes application = tagged({0x4F}, {0xA0, 0x00, 0x00, 0x00, 0x03, 0x10, 0x10});
  const Bytes entries = tagged({0xBF, 0x0C}, tagged({0x61}, application));
  Bytes inside = tagged({0x84}, environment);
  put_behind(inside, tagged({0xA5}, entries));
  return with_status(tagged({0x6F}, inside), kWell);
}

}  // namespace handbell::pn532
