// Where a kiosk hangs and for whom: its real size, its theme, and the hand that presses.
#pragma once

#include "app/kiosk/view/theme.h"

#include <string>
#include <vector>

namespace handbell::kiosk {

/// The physical size of the screen, in millimetres.
struct DisplayMm {
  double width = 217;
  double height = 136;
  [[nodiscard]] bool tall() const { return height > width; }
};

/// The way forward stands at this side of the screen, the way back at the other.
enum class Hand : std::uint8_t { right, left };

struct Place {
  DisplayMm mm;
  Theme theme;
  Hand hand = Hand::right;
  /// What the entrance says to everybody, beside English, where no family's language is known.
  std::vector<std::string> languages;
  std::string logo = {};  ///< path of the school's picture; empty: none
};

}  // namespace handbell::kiosk
