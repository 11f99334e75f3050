#include "drivers/pn532/chip.h"

#include "drivers/pn532/target_kind.h"

#include <algorithm>
#include <iterator>

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

bool Chip::there(const CardNumber& name) const {
  return std::any_of(cards_.begin(), cards_.end(),
                     [&](const auto& card) { return card->name() == name; });
}

bool Chip::put(std::unique_ptr<Target> card) {
  if (there(card->name())) return false;
  std::erase_if(drawer_, [&](const auto& old) { return old->name() == card->name(); });
  cards_.push_back(std::move(card));
  return true;
}

bool Chip::put(const CardNumber& name) {
  const auto old = std::find_if(drawer_.begin(), drawer_.end(),
                                [&](const auto& card) { return card->name() == name; });
  if (there(name)) return true;
  if (old == drawer_.end()) {
    auto card = make_target(name);
    return card != nullptr && put(std::move(card));
  }
  cards_.push_back(std::move(*old));
  drawer_.erase(old);
  return true;
}

bool Chip::take_away(const CardNumber& name) {
  const auto card = std::find_if(cards_.begin(), cards_.end(),
                                 [&](const auto& each) { return each->name() == name; });
  if (card == cards_.end()) return false;
  (*card)->field_lost();
  drawer_.push_back(std::move(*card));
  cards_.erase(card);
  return true;
}

void Chip::take_all_away() {
  for (auto& card : cards_) card->field_lost();
  std::move(cards_.begin(), cards_.end(), std::back_inserter(drawer_));
  cards_.clear();
}

void Chip::brown_out() {
  awake_ = false;
  field_ = true;
  retries_ = kForEver;
  registers_.clear();
  listing_.reset();
  for (auto& card : cards_) card->field_lost();
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
      return with_status(power_down, kDone);
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
      return with_status(command[0], kDone);
    case select_target:
      return select();
    default:
      return std::nullopt;
  }
}

ChipAnswer Chip::configure(const Bytes& command) {
  constexpr std::uint8_t kField = 0x01;
  constexpr std::uint8_t kRetries = 0x05;
  if (command.size() >= 3 && command[1] == kField) {
    field_ = (command[2] & 1U) != 0;
    if (!field_) std::for_each(cards_.begin(), cards_.end(), [](auto& c) { c->field_lost(); });
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
    for (auto& card : cards_) {
      if (found >= listing_->most || !card->request()) continue;
      const Bytes one = described(*card, static_cast<std::uint8_t>(++found));
      answer.data.insert(answer.data.end(), one.begin(), one.end());
    }
    if (found > 0) break;
  }
  if (found == 0) return std::nullopt;
  answer.data[1] = static_cast<std::uint8_t>(found);
  listing_.reset();
  if (fault_ == FaultKind::torn) take_all_away();
  return answer;
}

Bytes Chip::described(const Target& card, std::uint8_t number) {
  constexpr std::uint8_t kHasAts = 0x20;
  const Bytes uid = card.uid();
  Bytes one{number};
  Bytes head = card.sens_and_select();
  const bool ats_fault = fault_ == FaultKind::ats_length_zero || fault_ == FaultKind::ats_length_ff;
  if (ats_fault) head[2] |= kHasAts;
  one.insert(one.end(), head.begin(), head.end());
  auto length = static_cast<std::uint8_t>(uid.size());
  if (fault_ == FaultKind::uid_length_zero) length = 0;
  if (fault_ == FaultKind::uid_length_ff) length = 0xFF;
  one.push_back(length);
  // A card that was torn away leaves half of its number.
  const auto kept = fault_ == FaultKind::torn ? uid.size() / 2 : uid.size();
  one.insert(one.end(), uid.begin(), uid.begin() + static_cast<std::ptrdiff_t>(kept));
  if (ats_fault) {
    one.push_back(fault_ == FaultKind::ats_length_zero ? std::uint8_t{0} : std::uint8_t{0xFF});
  } else {
    const Bytes ats = card.ats();
    one.insert(one.end(), ats.begin(), ats.end());
  }
  return one;
}

ChipAnswer Chip::with_status(std::uint8_t command, std::uint8_t status, Bytes data) {
  if (fault_ == FaultKind::bad_status) status = 0x80;
  if (fault_ == FaultKind::endless_chaining) status = 0x40;
  data.insert(data.begin(), status);
  return quick(command, std::move(data));
}

ChipAnswer Chip::exchange(const Bytes& command, std::size_t data_at) {
  const Bytes sent(command.begin() + static_cast<std::ptrdiff_t>(std::min(data_at, command.size())),
                   command.end());
  Said said{kTimedOut, {}};
  for (auto& card : cards_) {
    if (!card->active()) continue;
    auto answer = command[0] == data_exchange ? card->exchange(sent) : card->thru(sent);
    if (answer) said = std::move(*answer);
  }
  // What is torn away answers nothing more.
  if (fault_ == FaultKind::torn) {
    take_all_away();
    said = {kTimedOut, {}};
  }
  ChipAnswer answer = with_status(command[0], said.status, std::move(said.data));
  answer.after = kExchange;
  return answer;
}

ChipAnswer Chip::select() {
  const bool woken =
      std::any_of(cards_.begin(), cards_.end(), [](auto& card) { return card->wake_up(); });
  return with_status(select_target, woken ? kDone : kTimedOut);
}

void Chip::halt_active() {
  for (auto& card : cards_) {
    if (card->active()) card->halt();
  }
}

}  // namespace handbell::pn532
