// From what each look into the field found to one seen and one gone for each card. Pure.
//
// 1. A card is gone after three looks without it; sooner where another lies there instead.
// 2. While one lies there a second one is only told of ("one at a time"), again each second: the
//    screen may have had something else to say. It is seen once it lies alone, for three looks: one
//    card may hide another for a moment.
// 3. Phones and bank cards have another number with each field: whatever such number lies there, it
//    is the same tap.
#pragma once

#include "drivers/card/reader.h"

#include <optional>
#include <vector>

namespace handbell::card {

/// The number passes with the field (D12): 4 bytes, the first of which is 08.
[[nodiscard]] bool is_passing(const CardNumber& card);
/// The same card, as far as its number can tell.
[[nodiscard]] bool same_card(const CardNumber& a, const CardNumber& b);

class Presence {
 public:
  static constexpr int kMissesToGone = 3;

  /// One look, with the cards that answered, first found first.
  [[nodiscard]] std::vector<ReaderEvent> looked(const std::vector<CardNumber>& found, Steady at);
  /// Nobody could look for so long that the tap, if there was one, is over.
  [[nodiscard]] std::vector<ReaderEvent> lost(Steady at);
  [[nodiscard]] bool someone() const { return there_.has_value(); }

 private:
  void tell_of_second(std::vector<ReaderEvent>& events, Steady at);
  [[nodiscard]] bool hides_for_a_moment(const std::vector<CardNumber>& found) const;

  std::optional<CardNumber> there_;
  std::optional<CardNumber> second_;  ///< that was told of
  Steady told_of_second_;
  int misses_ = 0;
  int misses_of_second_ = 0;
};

}  // namespace handbell::card
