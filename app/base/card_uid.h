// The number that a card's chip tells (readers.md, Cards).
//
// It proves little and needs to: the office reviews what a tap did. Never write a full one into a
// log: use masked().
#pragma once

#include "app/base/hex.h"
#include "app/base/result.h"

#include <compare>
#include <span>
#include <string>
#include <string_view>

namespace handbell {

class CardUid {
 public:
  /// 4, 7 or 10 bytes. Fault: bad_card.
  [[nodiscard]] static Result<CardUid> from_bytes(std::span<const std::uint8_t> bytes);
  /// Hexadecimal, as readers print it. Fault: bad_card.
  [[nodiscard]] static Result<CardUid> parse(std::string_view text);

  [[nodiscard]] const Bytes& bytes() const { return bytes_; }
  [[nodiscard]] std::string hex() const { return to_hex(bytes_); }
  /// The last two bytes behind dots, for logs.
  [[nodiscard]] std::string masked() const;

  /// Whether this can be one card's own: not a phone's or bank card's passing number (4 bytes that
  /// begin with 08), not one of the numbers that many copies share.
  [[nodiscard]] bool fit_as_identity() const;
  /// 4-byte numbers are not guaranteed to be unique in the world.
  [[nodiscard]] bool is_short() const { return bytes_.size() == 4; }

  friend auto operator<=>(const CardUid&, const CardUid&) = default;

 private:
  explicit CardUid(Bytes bytes) : bytes_(std::move(bytes)) {}
  Bytes bytes_;
};

}  // namespace handbell
