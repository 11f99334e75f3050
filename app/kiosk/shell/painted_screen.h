// The screen as it is now: painted when the scene changed, and then only.
//
// Also what --describe prints and --screenshots keeps.
#pragma once

#include "app/kiosk/paint/png.h"
#include "app/kiosk/shell/display.h"
#include "app/kiosk/shell/display_size.h"
#include "app/kiosk/view/view.h"

#include <string>

namespace handbell::kiosk {

struct ScreenRecord {
  bool describe = false;
  std::string screenshots;  ///< a folder; empty: none
};

class PaintedScreen {
 public:
  PaintedScreen(Painter& painter, Words words, const DisplaySize& size, Place place,
                ScreenRecord record);

  /// Paints if this screen is another one than before. Faults: display_failed, disk_failed.
  [[nodiscard]] Status show(const Screen& screen, Display& display, Steady now);
  /// The button that this touch meant; empty for none. A touch within 250 ms of a new screen was
  /// meant for the one before.
  [[nodiscard]] std::string pressed(const Touch& touch, Steady now) const;

 private:
  [[nodiscard]] Status keep(const Scene& scene);

  Painter& painter_;
  Words words_;
  DisplaySize size_;
  Place place_;
  ScreenRecord record_;
  std::optional<Screen> screen_;
  Scene scene_;
  Steady since_;
  int count_ = 0;
};

}  // namespace handbell::kiosk
