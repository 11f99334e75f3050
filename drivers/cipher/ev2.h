// How a card of the kind NTAG 424 DNA (or DESFire EV2) and we prove to each other that both know
// one key: AuthenticateEV2First, and the messages that may follow it. Source: NXP AN12196.
//
//   we    71 KEY 00                     card  E(key, RndB)
//   we    E(key, RndA | RndB turned)    card  E(key, TI | RndA turned | 12 bytes)
//
// Both then have session keys made from key, RndA and RndB. Recorded answers are worth nothing:
// RndA is new each time. The functions serve both ends; the emulated card is the other one.
#pragma once

#include "app/base/random.h"
#include "drivers/cipher/aes128.h"

#include <optional>

namespace handbell::cipher {

using ShortMac = std::array<std::uint8_t, 8>;
using Transaction = std::array<std::uint8_t, 4>;

struct Ev2Session {
  Key128 seal;
  Key128 mac;
  Transaction transaction{};
  std::uint16_t count = 0;  ///< of the commands that were answered
};

[[nodiscard]] Block turned(const Block& block);
[[nodiscard]] Block turned_back(const Block& block);
[[nodiscard]] Ev2Session session_of(const Key128& key, const Block& rnd_a, const Block& rnd_b,
                                    const Transaction& transaction);

/// Over a command at `session.count`; `data`: its header and what is sealed.
[[nodiscard]] ShortMac command_mac(const Ev2Session& session, std::uint8_t command,
                                   const Bytes& data);
/// Over an answer, with the count already moved on.
[[nodiscard]] ShortMac answer_mac(const Ev2Session& session, std::uint8_t status,
                                  const Bytes& data);
/// What a command in CommMode.Full carries: padded and sealed at `session.count`.
[[nodiscard]] Bytes sealed(const Ev2Session& session, Bytes plain);
/// The card's end. Nothing where no padding is found.
[[nodiscard]] std::optional<Bytes> opened(const Ev2Session& session, const Bytes& sealed);

/// What ChangeKey carries. `old_key`: null where the key that is changed is the one that was
/// proven.
[[nodiscard]] Bytes key_change(const Key128& new_key, std::uint8_t version, const Key128* old_key);
/// CRC-32 without the last inversion, lowest byte first: AN12196 calls it CRC32NK.
[[nodiscard]] std::array<std::uint8_t, 4> crc32(std::span<const std::uint8_t> bytes);

/// Our end of AuthenticateEV2First. Each step is taken once, in this order.
class Ev2Login {
 public:
  Ev2Login(const Key128& key, std::uint8_t key_number, Random& random);
  /// The first command.
  [[nodiscard]] Bytes first() const;
  /// The second, from the card's first answer without its status; nothing: wrong length.
  [[nodiscard]] std::optional<Bytes> second(const Bytes& answer);
  /// Nothing: the card does not know the key.
  [[nodiscard]] std::optional<Ev2Session> finish(const Bytes& answer) const;

 private:
  Key128 key_;
  std::uint8_t key_number_;
  Block rnd_a_{};
  Block rnd_b_{};
};

/// A command of the chip's own set in the form of ISO 7816-4: 90 COMMAND 00 00 LENGTH DATA 00.
[[nodiscard]] Bytes wrapped(std::uint8_t command, const Bytes& data);

}  // namespace handbell::cipher
