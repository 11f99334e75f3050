// AES-128 and its CMAC, from OpenSSL: nothing here is a cipher of our own.
//
// FIPS 197 (the block), SP 800-38A (CBC), SP 800-38B (CMAC), NXP AN10922 (a key of its own for each
// card, out of one of the site). Keys are wiped where they end, and have no way to be printed.
#pragma once

#include "app/base/hex.h"

#include <array>
#include <span>

namespace handbell::cipher {

inline constexpr std::size_t kBlock = 16;
using Block = std::array<std::uint8_t, kBlock>;

class Key128 {
 public:
  /// All zeros: what a card has from its factory.
  Key128() = default;
  explicit Key128(const Block& bytes) : bytes_(bytes) {}
  Key128(const Key128&) = default;
  Key128& operator=(const Key128&) = default;
  ~Key128();

  [[nodiscard]] const Block& bytes() const { return bytes_; }

 private:
  Block bytes_{};
};

/// Overwrites what was secret.
void wipe(std::span<std::uint8_t> bytes);
/// Takes as long for each pair of one length.
[[nodiscard]] bool same(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

[[nodiscard]] Block encrypted(const Key128& key, const Block& block);
/// `plain` and `sealed`: whole blocks.
[[nodiscard]] Bytes cbc_encrypted(const Key128& key, const Block& start, const Bytes& plain);
[[nodiscard]] Bytes cbc_decrypted(const Key128& key, const Block& start, const Bytes& sealed);
[[nodiscard]] Block cmac(const Key128& key, std::span<const std::uint8_t> bytes);

/// AN10922, 2.2: `input` is the card's number, the application and what else tells one use of the
/// key from another, 16 to 31 bytes.
[[nodiscard]] Key128 diversified(const Key128& master, const Bytes& input);

}  // namespace handbell::cipher
