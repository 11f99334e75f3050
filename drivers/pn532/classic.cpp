#include "drivers/pn532/classic.h"

#include <algorithm>

namespace handbell::pn532 {

namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kBlocks = 64;
constexpr std::size_t kKey = 6;
constexpr std::size_t kUid = 4;
constexpr std::uint8_t kWithKeyA = 0x60;
constexpr std::uint8_t kWithKeyB = 0x61;
constexpr std::uint8_t kReadBlock = 0x30;
constexpr std::uint8_t kWriteBlock = 0xA0;
constexpr std::uint8_t kWrongKey = 0x14;
constexpr std::uint8_t kSilence = 0x01;

constexpr bool is_trailer(std::size_t block) { return block % 4 == 3; }

Bytes fresh_blocks(const Bytes& uid) {
  Bytes memory(kBlocks * kBlock, 0);
  std::copy(uid.begin(), uid.end(), memory.begin());
  memory[kUid] = static_cast<std::uint8_t>(uid[0] ^ uid[1] ^ uid[2] ^ uid[3]);
  memory[kUid + 1] = 0x08;
  memory[kUid + 2] = 0x04;
  const Bytes access{0xFF, 0x07, 0x80, 0x69};
  for (std::size_t block = 3; block < kBlocks; block += 4) {
    const auto at = memory.begin() + static_cast<std::ptrdiff_t>(block * kBlock);
    std::fill_n(at, kBlock, std::uint8_t{0xFF});
    std::copy(access.begin(), access.end(), at + kKey);
  }
  return memory;
}

}  // namespace

Classic::Classic(CardNumber name, bool copy)
    : Target(std::move(name)), copy_(copy), memory_(fresh_blocks(this->name().bytes())) {}

Bytes Classic::uid() const { return {memory_.begin(), memory_.begin() + kUid}; }

std::optional<Said> Classic::exchange(const Bytes& command) {
  constexpr std::size_t kAuthentication = 2 + kKey + kUid;
  const bool key = !command.empty() && (command[0] == kWithKeyA || command[0] == kWithKeyB);
  if (key && command.size() == kAuthentication && command[1] < kBlocks) {
    return authenticate(command);
  }
  std::optional<Bytes> said;
  if (command.size() == 2 && command[0] == kReadBlock) said = read(command[1]);
  if (command.size() == 2 + kBlock && command[0] == kWriteBlock) said = write(command);
  if (said) return Said{0, std::move(*said)};
  open_sector_.reset();
  fall_idle();
  return Said{kSilence, {}};
}

std::optional<Said> Classic::authenticate(const Bytes& command) {
  const std::size_t sector = command[1] / 4U;
  const std::size_t trailer = (sector * 4 + 3) * kBlock;
  const std::size_t key = command[0] == kWithKeyA ? trailer : trailer + kBlock - kKey;
  const bool right = std::equal(command.begin() + 2, command.begin() + 2 + kKey,
                                memory_.begin() + static_cast<std::ptrdiff_t>(key)) &&
                     std::equal(command.begin() + 2 + kKey, command.end(), memory_.begin());
  open_sector_.reset();
  if (right) {
    open_sector_ = sector;
    return Said{};
  }
  fall_idle();
  return Said{kWrongKey, {}};
}

bool Classic::open(std::size_t block) const {
  return block < kBlocks && open_sector_ && *open_sector_ == block / 4;
}

std::optional<Bytes> Classic::read(std::size_t block) const {
  if (!open(block)) return std::nullopt;
  const auto at = memory_.begin() + static_cast<std::ptrdiff_t>(block * kBlock);
  Bytes said(at, at + kBlock);
  if (is_trailer(block)) std::fill_n(said.begin(), kKey, std::uint8_t{0});  // key A is never told
  return said;
}

std::optional<Bytes> Classic::write(const Bytes& command) {
  const std::size_t block = command[1];
  if (!open(block) || (block == 0 && !copy_)) return std::nullopt;
  std::copy(command.begin() + 2, command.end(),
            memory_.begin() + static_cast<std::ptrdiff_t>(block * kBlock));
  return Bytes{};
}

}  // namespace handbell::pn532
