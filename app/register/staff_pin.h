// The four digits that go with a staff card at the kiosk.
//
// They open lists and an undo, never a release (D49): a card's number can be copied, and four
// digits can be tried. Digits that everybody tries first are refused.
#pragma once

#include "app/base/result.h"

#include <string_view>

namespace handbell::reg {

/// Four digits, not all the same and no run as 1234 or 9876. Fault: pin_unfit, without the digits.
[[nodiscard]] Status fit_pin(std::string_view digits);

}  // namespace handbell::reg
