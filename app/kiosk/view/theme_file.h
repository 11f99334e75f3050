// The file of a theme (assets/theme): a school may change a colour, a size or a picture in it.
//
//   [colours]   paper, button, ticked, calm, in, late, after, undo, night = ["#surface", "#ink"],
//               quiet = "#ink"
//   [sizes]     name, headline, sentence, label, small = millimetres; edge = of a button
//   [pictures]  a picture's key = the key of another one
//
// What cannot be read well is refused whole: the kiosk then looks as it does without the file.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/view/theme.h"

#include <string_view>

namespace handbell::kiosk {

/// `under` with what the file says laid over it. Fault: theme_unusable, naming the line, the key or
/// the two colours that are too near to each other.
[[nodiscard]] Result<Theme> parse_theme(std::string_view text, const Theme& under);

}  // namespace handbell::kiosk
