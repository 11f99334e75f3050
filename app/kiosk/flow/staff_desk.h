// Staff at the kiosk: a card and its PIN open today's late, who is out, and the reader test.
//
// Names are those that the door may show; nothing is released here (D49). Twenty seconds without a
// touch close it, and so do three wrong PINs.
#pragma once

#include "app/kiosk/flow/visit.h"

namespace handbell::kiosk {

inline constexpr std::size_t kPinDigits = 4;
inline constexpr int kMostWrongPins = 3;
inline constexpr Millis kPinLocked = minutes(5);

struct StaffDesk {
  reg::CardHash card{};
  std::vector<Page> pages;  ///< never empty
  std::string digits;
  std::vector<std::uint64_t> arrivals;  ///< of the choices of staff_late
  std::uint64_t undo = 0;               ///< what is taken back once a reason was chosen
  Steady until;

  [[nodiscard]] const Page& page() const { return pages.back(); }
  [[nodiscard]] ScreenKind kind() const { return pages.back().kind; }
};

[[nodiscard]] Page pin_page();
[[nodiscard]] Page menu_page();

}  // namespace handbell::kiosk
