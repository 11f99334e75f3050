// From what each look into the field found to one seen and one gone for each card. Pure.
//
// A card is gone after three looks without it. While one lies there a second one is only told of
// ("one at a time"); it is seen once it lies alone.
#pragma once

#include "drivers/card/reader.h"

#include <optional>
#include <vector>

namespace handbell::card {

class Presence {
 public:
  static constexpr int kMissesToGone = 3;

  /// One look, with the cards that answered, first found first.
  [[nodiscard]] std::vector<ReaderEvent> looked(const std::vector<CardNumber>& found, Steady at);
  [[nodiscard]] bool someone() const { return there_.has_value(); }

 private:
  std::optional<CardNumber> there_;
  int misses_ = 0;
  bool told_of_second_ = false;
};

}  // namespace handbell::card
