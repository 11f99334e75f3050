#include "drivers/pn532/chip.h"

#include <algorithm>

namespace handbell::pn532 {

namespace {

enum Command : std::uint8_t {
  diagnose = 0x00,
  firmware_version = 0x02,
  general_status = 0x04,
  read_register = 0x06,
  write_register = 0x08,
  set_parameters = 0x12,
  sam_configuration = 0x14,
  power_down = 0x16,
  rf_configuration = 0x32,
  data_exchange = 0x40,
  communicate_thru = 0x42,
  deselect = 0x44,
  list_passive_target = 0x4A,
  release = 0x52,
  select_target = 0x54,
};

constexpr Micros kQuick = 200;
constexpr Micros kEachTry = 5'000;
constexpr Micros kExchange = 2'000;
constexpr std::uint8_t kDone = 0x00;
constexpr std::uint8_t kTimedOut = 0x01;
constexpr std::uint8_t kForEver = 0xFF;

ChipAnswer quick(std::uint8_t command, Bytes data = {}) {
  data.insert(data.begin(), static_cast<std::uint8_t>(command + 1));
  return {std::move(data), kQuick};
}

}  // namespace

void Chip::put(const CardNumber& uid) {
  const auto same = [&](const Target& card) { return card.uid() == uid; };
  if (std::none_of(cards_.begin(), cards_.end(), same)) cards_.emplace_back(uid);
}

bool Chip::take_away(const CardNumber& uid) {
  return std::erase_if(cards_, [&](const Target& card) { return card.uid() == uid; }) > 0;
}

void Chip::brown_out() {
  awake_ = false;
  field_ = true;
  retries_ = kForEver;
  registers_.clear();
  listing_.reset();
  for (Target& card : cards_) card.field_lost();
}

std::optional<ChipAnswer> Chip::carry_out(const Bytes& command) {
  listing_.reset();
  if (command.empty()) return std::nullopt;
  switch (command[0]) {
    case diagnose:  // test 0: the line; says back what it was sent
      return quick(diagnose, Bytes(command.begin() + 1, command.end()));
    case firmware_version:
      return quick(firmware_version, {0x32, 0x01, 0x06, 0x07});
    case general_status:
      return quick(general_status, {0x00, field_ ? std::uint8_t{1} : std::uint8_t{0}, 0x00, 0x00});
    case read_register:
    case write_register:
      return registers(command);
    case set_parameters:
    case sam_configuration:
      return quick(command[0]);
    case power_down:
      awake_ = false;
      return quick(power_down, {kDone});
    case rf_configuration:
      return configure(command);
    case list_passive_target:
      return list(command);
    case data_exchange:
      return exchange(command, 2);
    case communicate_thru:
      return exchange(command, 1);
    case deselect:
    case release:
      halt_active();
      return quick(command[0], {kDone});
    case select_target:
      return quick(select_target, {kDone});
    default:
      return std::nullopt;
  }
}

ChipAnswer Chip::configure(const Bytes& command) {
  constexpr std::uint8_t kField = 0x01;
  constexpr std::uint8_t kRetries = 0x05;
  if (command.size() >= 3 && command[1] == kField) {
    field_ = (command[2] & 1U) != 0;
    if (!field_) std::for_each(cards_.begin(), cards_.end(), [](auto& c) { c.field_lost(); });
  }
  if (command.size() >= 5 && command[1] == kRetries) retries_ = command[4];
  return quick(rf_configuration);
}

ChipAnswer Chip::registers(const Bytes& command) {
  const bool write = command[0] == write_register;
  const std::size_t step = write ? 3 : 2;
  Bytes values;
  for (std::size_t i = 1; i + step <= command.size(); i += step) {
    const auto address = static_cast<std::uint16_t>(command[i] << 8U | command[i + 1]);
    if (write) {
      registers_[address] = command[i + 2];
    } else {
      values.push_back(registers_[address]);
    }
  }
  return quick(command[0], write ? Bytes{} : values);
}

ChipAnswer Chip::list(const Bytes& command) {
  constexpr std::uint8_t kTypeA = 0x00;
  const std::uint8_t most = command.size() > 1 ? command[1] : std::uint8_t{1};
  const bool type_a = command.size() > 2 && command[2] == kTypeA;
  const unsigned tries = retries_ == kForEver ? 2U : retries_ + 1U;
  if (type_a && field_) {
    listing_ = Listing{most};
    if (auto found = try_listing(tries)) return *found;
  }
  if (retries_ == kForEver) return {};
  listing_.reset();
  return {{list_passive_target + 1, 0}, kEachTry * tries};
}

std::optional<ChipAnswer> Chip::listing_ended() {
  if (!listing_) return std::nullopt;
  return try_listing(2);
}

std::optional<ChipAnswer> Chip::try_listing(unsigned tries) {
  ChipAnswer answer{{list_passive_target + 1, 0}, 0};
  std::size_t found = 0;
  for (unsigned i = 0; i < tries && i < 2; ++i) {
    answer.after += kEachTry;
    for (Target& card : cards_) {
      if (found >= listing_->most || !card.request()) continue;
      const Bytes one = described(card, static_cast<std::uint8_t>(++found));
      answer.data.insert(answer.data.end(), one.begin(), one.end());
    }
    if (found > 0) break;
  }
  if (found == 0) return std::nullopt;
  answer.data[1] = static_cast<std::uint8_t>(found);
  listing_.reset();
  if (fault_ == FaultKind::torn) cards_.clear();
  return answer;
}

Bytes Chip::described(Target& card, std::uint8_t number) {
  Bytes one{number};
  Bytes head = card.sens_and_select();
  const bool ats_fault = fault_ == FaultKind::ats_length_zero || fault_ == FaultKind::ats_length_ff;
  if (ats_fault) head[2] = 0x20;
  one.insert(one.end(), head.begin(), head.end());
  auto length = static_cast<std::uint8_t>(card.uid().bytes().size());
  if (fault_ == FaultKind::uid_length_zero) length = 0;
  if (fault_ == FaultKind::uid_length_ff) length = 0xFF;
  one.push_back(length);
  const Bytes& uid = card.uid().bytes();
  // A card that was torn away leaves half of its number.
  const auto kept = fault_ == FaultKind::torn ? uid.size() / 2 : uid.size();
  one.insert(one.end(), uid.begin(), uid.begin() + static_cast<std::ptrdiff_t>(kept));
  if (ats_fault) {
    one.push_back(fault_ == FaultKind::ats_length_zero ? std::uint8_t{0} : std::uint8_t{0xFF});
  } else if (card.has_ats()) {
    const Bytes ats{0x06, 0x75, 0x77, 0x81, 0x02, 0x80};
    one.insert(one.end(), ats.begin(), ats.end());
  }
  return one;
}

ChipAnswer Chip::exchange(const Bytes& command, std::size_t data_at) {
  const Bytes sent(command.begin() + static_cast<std::ptrdiff_t>(std::min(data_at, command.size())),
                   command.end());
  Bytes data{kTimedOut};
  for (Target& card : cards_) {
    if (!card.active()) continue;
    if (auto said = card.exchange(sent)) {
      data = {kDone};
      data.insert(data.end(), said->begin(), said->end());
    }
  }
  if (fault_ == FaultKind::bad_status) data[0] = 0x80;
  if (fault_ == FaultKind::endless_chaining) data[0] = 0x40;
  ChipAnswer answer = quick(command[0], data);
  answer.after = kExchange;
  return answer;
}

void Chip::halt_active() {
  for (Target& card : cards_) {
    if (card.active()) card.halt();
  }
}

}  // namespace handbell::pn532
