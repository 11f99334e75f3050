#include "drivers/cipher/ev2.h"

#include "app/base/check.h"

#include <algorithm>

namespace handbell::cipher {

namespace {

constexpr std::uint8_t kFirst = 0x71;
constexpr std::uint8_t kMore = 0xAF;
constexpr std::uint8_t kPadding = 0x80;
constexpr Block kNoStart{};

template <class Piece>
void append(Bytes& to, const Piece& piece) {
  to.insert(to.end(), piece.begin(), piece.end());
}

Block block_at(const Bytes& bytes, std::size_t at) {
  Block block{};
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), kBlock, block.begin());
  return block;
}

std::uint8_t low(std::uint16_t count) { return static_cast<std::uint8_t>(count & 0xFFU); }
std::uint8_t high(std::uint16_t count) { return static_cast<std::uint8_t>(count >> 8U); }

/// AN12196, session key derivation: SV1 begins A5 5A, SV2 5A A5.
Key128 session_key(const Key128& key, std::array<std::uint8_t, 2> label, const Block& rnd_a,
                   const Block& rnd_b) {
  Bytes vector{label[0], label[1], 0x00, 0x01, 0x00, 0x80, rnd_a[0], rnd_a[1]};
  for (std::size_t i = 0; i < 6; ++i) {
    vector.push_back(static_cast<std::uint8_t>(rnd_a[2 + i] ^ rnd_b[i]));
  }
  vector.insert(vector.end(), rnd_b.begin() + 6, rnd_b.end());
  vector.insert(vector.end(), rnd_a.begin() + 8, rnd_a.end());
  Block made = cmac(key, vector);
  const Key128 answer(made);
  wipe(made);
  wipe(vector);
  return answer;
}

/// Every second byte of the MAC.
ShortMac shortened(const Block& mac) {
  ShortMac answer{};
  for (std::size_t i = 0; i < answer.size(); ++i) answer[i] = mac[2 * i + 1];
  return answer;
}

ShortMac mac_of(const Ev2Session& session, std::uint8_t first, const Bytes& data) {
  Bytes message{first, low(session.count), high(session.count)};
  append(message, session.transaction);
  append(message, data);
  return shortened(cmac(session.mac, message));
}

Block command_start(const Ev2Session& session) {
  Block start{0xA5, 0x5A};
  std::copy(session.transaction.begin(), session.transaction.end(), start.begin() + 2);
  start[6] = low(session.count);
  start[7] = high(session.count);
  return encrypted(session.seal, start);
}

}  // namespace

Block turned(const Block& block) {
  Block answer = block;
  std::rotate(answer.begin(), answer.begin() + 1, answer.end());
  return answer;
}

Block turned_back(const Block& block) {
  Block answer = block;
  std::rotate(answer.begin(), answer.end() - 1, answer.end());
  return answer;
}

Ev2Session session_of(const Key128& key, const Block& rnd_a, const Block& rnd_b,
                      const Transaction& transaction) {
  return {session_key(key, {0xA5, 0x5A}, rnd_a, rnd_b),
          session_key(key, {0x5A, 0xA5}, rnd_a, rnd_b), transaction, 0};
}

ShortMac command_mac(const Ev2Session& session, std::uint8_t command, const Bytes& data) {
  return mac_of(session, command, data);
}

ShortMac answer_mac(const Ev2Session& session, std::uint8_t status, const Bytes& data) {
  return mac_of(session, status, data);
}

Bytes sealed(const Ev2Session& session, Bytes plain) {
  plain.push_back(kPadding);
  while (plain.size() % kBlock != 0) plain.push_back(0);
  Bytes answer = cbc_encrypted(session.seal, command_start(session), plain);
  wipe(plain);
  return answer;
}

std::optional<Bytes> opened(const Ev2Session& session, const Bytes& sealed) {
  if (sealed.empty() || sealed.size() % kBlock != 0) return std::nullopt;
  Bytes plain = cbc_decrypted(session.seal, command_start(session), sealed);
  while (!plain.empty() && plain.back() == 0) plain.pop_back();
  if (plain.empty() || plain.back() != kPadding) return std::nullopt;
  plain.pop_back();
  return plain;
}

Bytes key_change(const Key128& new_key, std::uint8_t version, const Key128* old_key) {
  Bytes plain(new_key.bytes().begin(), new_key.bytes().end());
  if (old_key != nullptr) {
    for (std::size_t i = 0; i < kBlock; ++i) {
      plain[i] = static_cast<std::uint8_t>(plain[i] ^ old_key->bytes()[i]);
    }
  }
  plain.push_back(version);
  if (old_key != nullptr) append(plain, crc32(new_key.bytes()));
  return plain;
}

std::array<std::uint8_t, 4> crc32(std::span<const std::uint8_t> bytes) {
  std::uint32_t value = 0xFFFFFFFFU;
  for (const std::uint8_t byte : bytes) {
    value ^= byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1U) ^ ((value & 1U) * 0xEDB88320U);
  }
  std::array<std::uint8_t, 4> answer{};
  for (auto& each : answer) {
    each = static_cast<std::uint8_t>(value & 0xFFU);
    value >>= 8U;
  }
  return answer;
}

Ev2Login::Ev2Login(const Key128& key, std::uint8_t key_number, Random& random)
    : key_(key), key_number_(key_number) {
  random.fill(rnd_a_);
}

Bytes Ev2Login::first() const { return wrapped(kFirst, {key_number_, 0x00}); }

std::optional<Bytes> Ev2Login::second(const Bytes& answer) {
  if (answer.size() != kBlock) return std::nullopt;
  rnd_b_ = block_at(cbc_decrypted(key_, kNoStart, answer), 0);
  Bytes plain(rnd_a_.begin(), rnd_a_.end());
  append(plain, turned(rnd_b_));
  return wrapped(kMore, cbc_encrypted(key_, kNoStart, plain));
}

std::optional<Ev2Session> Ev2Login::finish(const Bytes& answer) const {
  if (answer.size() != 2 * kBlock) return std::nullopt;
  const Bytes plain = cbc_decrypted(key_, kNoStart, answer);
  Transaction transaction{};
  std::copy_n(plain.begin(), transaction.size(), transaction.begin());
  if (!same(block_at(plain, transaction.size()), turned(rnd_a_))) return std::nullopt;
  return session_of(key_, rnd_a_, rnd_b_, transaction);
}

Bytes wrapped(std::uint8_t command, const Bytes& data) {
  check(data.size() <= 255);
  Bytes answer{0x90, command, 0x00, 0x00, static_cast<std::uint8_t>(data.size())};
  if (data.empty()) answer.pop_back();
  append(answer, data);
  answer.push_back(0x00);
  return answer;
}

}  // namespace handbell::cipher
