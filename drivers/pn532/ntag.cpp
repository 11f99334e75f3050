#include "drivers/pn532/ntag.h"

#include <algorithm>
#include <string_view>

namespace handbell::pn532 {

namespace {

constexpr std::size_t kPage = 4;
constexpr std::size_t kLockPage = 2;
constexpr std::size_t kContainerPage = 3;
constexpr std::size_t kFirstUser = 4;
constexpr std::size_t kPagesOf213 = 45;
constexpr std::size_t kPagesOf215 = 135;
constexpr std::uint8_t kNtagVersion = 0x60;
constexpr std::uint8_t kNtagRead = 0x30;
constexpr std::uint8_t kFastRead = 0x3A;
constexpr std::uint8_t kNtagWrite = 0xA2;
constexpr std::uint8_t kNtagPassword = 0x1B;
constexpr std::uint8_t kNtagSignature = 0x3C;

void place_page(Bytes& memory, std::size_t page, const Bytes& bytes) {
  std::copy(bytes.begin(), bytes.end(), memory.begin() + static_cast<std::ptrdiff_t>(page * kPage));
}

/// A short text as the school's supplier may have written it: one NDEF record in its TLV.
Bytes ndef_message() {
  constexpr std::string_view kText = "Handbell";
  Bytes record{0xD1, 0x01, static_cast<std::uint8_t>(kText.size() + 3), 'T', 0x02, 'e', 'n'};
  record.insert(record.end(), kText.begin(), kText.end());
  Bytes tlv{0x03, static_cast<std::uint8_t>(record.size())};
  tlv.insert(tlv.end(), record.begin(), record.end());
  tlv.push_back(0xFE);
  return tlv;
}

Bytes fresh_pages(const Bytes& uid, std::size_t pages, std::uint8_t user_size) {
  Bytes memory(pages * kPage, 0);
  std::copy_n(uid.begin(), 3, memory.begin());
  memory[3] = static_cast<std::uint8_t>(0x88 ^ uid[0] ^ uid[1] ^ uid[2]);
  std::copy_n(uid.begin() + 3, 4, memory.begin() + 4);
  memory[8] = static_cast<std::uint8_t>(uid[3] ^ uid[4] ^ uid[5] ^ uid[6]);
  memory[9] = 0x48;
  place_page(memory, kContainerPage, {0xE1, 0x10, user_size, 0x00});
  place_page(memory, kFirstUser, ndef_message());
  place_page(memory, pages - 5, {0x00, 0x00, 0x00, 0xBD});
  place_page(memory, pages - 4, {0x04, 0x00, 0x00, 0xFF});  // no page needs the password
  place_page(memory, pages - 2, {0xFF, 0xFF, 0xFF, 0xFF});
  return memory;
}

}  // namespace

Ntag::Ntag(CardNumber name, Size size)
    : Target(std::move(name)),
      size_(size),
      memory_(size == Size::ntag213 ? fresh_pages(this->name().bytes(), kPagesOf213, 0x12)
                                    : fresh_pages(this->name().bytes(), kPagesOf215, 0x3E)) {}

std::size_t Ntag::pages() const { return memory_.size() / kPage; }

std::optional<Said> Ntag::exchange(const Bytes& command) {
  if (auto said = obey(command)) return Said{0, std::move(*said)};
  fall_idle();  // its NAK is four bits, which the chip takes for silence
  return std::nullopt;
}

std::optional<Bytes> Ntag::obey(const Bytes& command) {
  const std::size_t size = command.size();
  if (size == 1 && command[0] == kNtagVersion) {
    const std::uint8_t storage = size_ == Size::ntag213 ? 0x0F : 0x11;
    return Bytes{0x00, 0x04, 0x04, 0x02, 0x01, 0x00, storage, 0x03};
  }
  if (size == 2 && command[0] == kNtagRead) {
    return read(command[1], std::size_t{command[1]} + 3);
  }
  if (size == 3 && command[0] == kFastRead && command[2] < pages()) {
    return read(command[1], command[2]);
  }
  if (size == 2 + kPage && command[0] == kNtagWrite) return write(command);
  if (size == 1 + kPage && command[0] == kNtagPassword) return give_password(command);
  // Anybody can copy it to a card whose number can be changed, so it proves nothing.
  constexpr std::size_t kSignatureSize = 32;
  if (size == 2 && command[0] == kNtagSignature) return Bytes(kSignatureSize, 0x5C);
  return std::nullopt;
}

std::optional<Bytes> Ntag::read(std::size_t first, std::size_t last) const {
  if (first >= pages() || last < first) return std::nullopt;
  const std::size_t secret = (pages() - 2) * kPage;
  Bytes read;
  // Reading goes on at the first page behind the last one.
  for (std::size_t i = first * kPage; i < (last + 1) * kPage; ++i) {
    const std::size_t at = i % memory_.size();
    read.push_back(at >= secret ? std::uint8_t{0} : memory_[at]);
  }
  return read;
}

bool Ntag::locked(std::size_t page) const {
  constexpr std::size_t kLastWithBit = 15;
  if (page < kContainerPage || page > kLastWithBit) return false;
  const std::uint8_t bits = memory_[kLockPage * kPage + (page < 8 ? 2 : 3)];
  return ((bits >> (page % 8)) & 1U) != 0;
}

std::optional<Bytes> Ntag::write(const Bytes& command) {
  const std::size_t page = command[1];
  if (page < kLockPage || page >= pages() || locked(page)) return std::nullopt;
  const std::size_t from = page == kLockPage ? 2 : 0;
  const bool only_sets = page == kLockPage || page == kContainerPage;
  for (std::size_t i = from; i < kPage; ++i) {
    std::uint8_t& byte = memory_[page * kPage + i];
    byte = only_sets ? static_cast<std::uint8_t>(byte | command[2 + i]) : command[2 + i];
  }
  return Bytes{};
}

std::optional<Bytes> Ntag::give_password(const Bytes& command) const {
  const auto right = memory_.end() - 2 * static_cast<std::ptrdiff_t>(kPage);
  if (!std::equal(command.begin() + 1, command.end(), right)) return std::nullopt;
  return Bytes(right + kPage, right + kPage + 2);
}

}  // namespace handbell::pn532
