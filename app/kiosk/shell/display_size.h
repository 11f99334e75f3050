// "1280x800" and "217x136": a display in pixels and in millimetres, as people see it; a panel that
// is mounted on its side is turned within the program.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/paint/placement.h"
#include "app/kiosk/view/place.h"

#include <string>

namespace handbell::kiosk {

struct DisplaySize {
  int width = 1280;
  int height = 800;
  DisplayMm mm;
  Turn turn = Turn::none;

  /// Of the panel itself, in pixels.
  [[nodiscard]] int panel_width() const { return is_upright() ? width : height; }
  [[nodiscard]] int panel_height() const { return is_upright() ? height : width; }

 private:
  [[nodiscard]] bool is_upright() const { return turn == Turn::none || turn == Turn::half; }
};

/// `pixels` 320 to 8,192 each way, `mm` 100 to 2,000, `degrees` 0, 90, 180 or 270. Fault:
/// bad_number.
[[nodiscard]] Result<DisplaySize> parse_display_size(const std::string& pixels,
                                                     const std::string& mm, int degrees);

}  // namespace handbell::kiosk
