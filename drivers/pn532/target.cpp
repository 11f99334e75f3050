#include "drivers/pn532/target.h"

#include <algorithm>

namespace handbell::pn532 {

namespace {

constexpr std::size_t kPages = 45;
constexpr std::size_t kPage = 4;
constexpr std::uint8_t kRead = 0x30;
constexpr std::uint8_t kWrite = 0xA2;
constexpr std::uint8_t kVersion = 0x60;

/// The first pages of an NTAG213: number with its check bytes, capability container.
Bytes fresh_memory(const Bytes& uid) {
  Bytes memory(kPages * kPage, 0);
  if (uid.size() != 7) return memory;
  std::copy_n(uid.begin(), 3, memory.begin());
  memory[3] = static_cast<std::uint8_t>(0x88 ^ uid[0] ^ uid[1] ^ uid[2]);
  std::copy_n(uid.begin() + 3, 4, memory.begin() + 4);
  memory[8] = static_cast<std::uint8_t>(uid[3] ^ uid[4] ^ uid[5] ^ uid[6]);
  const Bytes container{0xE1, 0x10, 0x12, 0x00};
  std::copy(container.begin(), container.end(), memory.begin() + 12);
  return memory;
}

}  // namespace

Target::Target(CardNumber uid) : uid_(std::move(uid)), memory_(fresh_memory(uid_.bytes())) {}

Bytes Target::sens_and_select() const {
  if (uid_.bytes().size() == 4) return {0x00, 0x04, 0x08};
  if (has_ats()) return {0x03, 0x44, 0x20};
  return {0x00, 0x44, 0x00};
}

bool Target::request() {
  if (state_ == State::halted) return false;
  state_ = state_ == State::idle ? State::active : State::idle;
  return state_ == State::active;
}

std::optional<Bytes> Target::exchange(const Bytes& command) {
  const bool ntag = uid_.bytes().size() == 7;
  if (!active() || !ntag || command.empty()) return std::nullopt;
  if (command[0] == kVersion) return Bytes{0x00, 0x04, 0x04, 0x02, 0x01, 0x00, 0x0F, 0x03};
  if (command[0] == kRead && command.size() == 2) return read(command[1]);
  if (command[0] == kWrite && command.size() == 2 + kPage) return write(command);
  return std::nullopt;
}

std::optional<Bytes> Target::read(std::uint8_t page) const {
  if (page >= kPages) return std::nullopt;
  Bytes pages;
  // Reading goes on at the first page behind the last one.
  for (std::size_t i = 0; i < 4 * kPage; ++i) {
    pages.push_back(memory_[(page * kPage + i) % memory_.size()]);
  }
  return pages;
}

std::optional<Bytes> Target::write(const Bytes& command) {
  constexpr std::size_t kFirstUser = 4;
  constexpr std::size_t kLastUser = 39;
  if (command[1] < kFirstUser || command[1] > kLastUser) return std::nullopt;
  std::copy(command.begin() + 2, command.end(),
            memory_.begin() + static_cast<std::ptrdiff_t>(command[1] * kPage));
  return Bytes{};
}

}  // namespace handbell::pn532
