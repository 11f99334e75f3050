// How a keyboard-wedge reader writes a card's number, as the makers name it.
//
//   10H    10 hexadecimal digits: the 5 bytes of a 125 kHz card
//   13D    the same 5 bytes as one decimal number
//   10D    the last 4 bytes as one decimal number (8H10D)
//   4H4H   the last 4 bytes as two decimal numbers of 5 digits, with a comma between or not
//   8D     the last 3 bytes as one decimal number (6H8D)
//   2H4H   the last 3 bytes as 3 and 5 decimal digits, with a comma between or not
//   8H     the 4 bytes of a 13.56 MHz card's UID, the first byte first
//   8HR    the same, the last byte first
//   10DR   the UID as one decimal number, the last byte first
//
// A number that is written the other way round is turned: 8HR counts as 8H, 10DR as 10D, so that
// two readers of one school agree about a card. Else a format is a name space of its own. Pure.
#pragma once

#include "app/base/card_number.h"

#include <string_view>

namespace handbell::card {

class WedgeFormat {
 public:
  /// Also "8H10D" and "6H8D". Fault: bad_config.
  [[nodiscard]] static Result<WedgeFormat> named(std::string_view name);

  /// Whether the digits are a whole number.
  [[nodiscard]] bool whole(std::string_view typed) const;
  /// Fault: bad_card, where they are not, or a part is larger than its bytes.
  [[nodiscard]] Result<CardNumber> number_of(std::string_view typed) const;
  /// Whether a number may hold it: 0 to 9, A to F where it is hexadecimal, a comma where it has
  /// two parts.
  [[nodiscard]] bool takes(char c) const;

 private:
  struct Kind;
  explicit WedgeFormat(const Kind& kind) : kind_(&kind) {}
  const Kind* kind_;
};

}  // namespace handbell::card
