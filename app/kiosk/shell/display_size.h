// "1280x800" and "217x136": a display in pixels and in millimetres.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/view/place.h"

#include <string>

namespace handbell::kiosk {

struct DisplaySize {
  int width = 1280;
  int height = 800;
  DisplayMm mm;
};

/// `pixels` 320 to 8,192 each way, `mm` 100 to 2,000. Fault: bad_number.
[[nodiscard]] Result<DisplaySize> parse_display_size(const std::string& pixels,
                                                     const std::string& mm);

}  // namespace handbell::kiosk
