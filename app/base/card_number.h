// What a reader tells of a card (readers.md, Cards): the UID of its chip, or what a keyboard-wedge
// reader types for it, which stays in a name space of its own.
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

class CardNumber {
 public:
  /// A UID: 4, 7 or 10 bytes. Fault: bad_card.
  [[nodiscard]] static Result<CardNumber> from_bytes(std::span<const std::uint8_t> bytes);
  /// What a wedge reader of this format ("10D", "2H4H") typed: 8 to 20 of 0 to 9 and A to F. The
  /// short formats are not unique in the world, so a number is nobody's in another format. Fault:
  /// bad_card.
  [[nodiscard]] static Result<CardNumber> from_wedge(std::string_view format,
                                                     std::string_view number);
  /// A UID in hexadecimal, as readers print it, or "wedge:10D:0012345678". Fault: bad_card.
  [[nodiscard]] static Result<CardNumber> parse(std::string_view text);

  /// What the card's keyed hash is made from. Invariant: no UID has the bytes of a wedge number.
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }
  /// As parse() takes it.
  [[nodiscard]] std::string text() const;
  /// The last two bytes, or four characters, behind dots, for logs.
  [[nodiscard]] std::string masked() const;

  /// Whether this can be one card's own: not a phone's or bank card's passing number (4 bytes that
  /// begin with 08), not one of the numbers that many copies share.
  [[nodiscard]] bool fit_as_identity() const;
  /// 4-byte UIDs and what a wedge reader types are not guaranteed to be unique in the world.
  [[nodiscard]] bool is_short() const { return is_wedge() || bytes_.size() == 4; }
  /// Typed by a wedge reader: it proves less than a UID does.
  [[nodiscard]] bool is_wedge() const { return bytes_.size() > kLongestUid; }

  friend auto operator<=>(const CardNumber&, const CardNumber&) = default;

 private:
  static constexpr std::size_t kLongestUid = 10;
  explicit CardNumber(Bytes bytes) : bytes_(std::move(bytes)) {}
  Bytes bytes_;  ///< of a wedge number: its text
};

}  // namespace handbell
