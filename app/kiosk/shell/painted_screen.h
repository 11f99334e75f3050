// The screen as it is now: painted when the scene changed, and then only.
//
// Also what --describe prints and --screenshots keeps.
#pragma once

#include "app/kiosk/paint/png.h"
#include "app/kiosk/shell/display.h"
#include "app/kiosk/shell/display_size.h"
#include "app/kiosk/view/slip.h"
#include "app/kiosk/view/spoken.h"
#include "app/kiosk/view/view.h"

#include <string>

namespace handbell::kiosk {

struct ScreenRecord {
  bool describe = false;
  std::string screenshots;  ///< a folder; empty: none
};

/// How it looks by day, and in the hours when it is to be dim.
struct Places {
  Place usual;
  Place dim;
};

class PaintedScreen {
 public:
  PaintedScreen(Painter& painter, Words words, const DisplaySize& size, Places places,
                ScreenRecord record);

  /// Paints if this screen is another one than before. Faults: display_failed, disk_failed.
  [[nodiscard]] Status show(const Screen& screen, Display& display, Steady now, bool dim = false);
  /// What the printer is to burn, so many dots wide; nobody sees it here.
  [[nodiscard]] Image slip(const PrintSlip& slip, int dots, int dots_per_mm);
  /// The button that this touch meant; empty where it hit none. Nothing for a touch within 250 ms
  /// of a new screen: it was meant for the one before.
  [[nodiscard]] std::optional<std::string> pressed(const Touch& touch, Steady now) const;
  /// What stands there in words, names of people only where they are wanted.
  [[nodiscard]] std::vector<Sentence> spoken(const std::string& language, bool names) const;
  /// The family's; empty: English.
  [[nodiscard]] std::string language() const { return screen_ ? screen_->language : ""; }
  /// "idle": of the newest scene.
  [[nodiscard]] const std::string& name() const { return scene_.name; }

 private:
  [[nodiscard]] Status keep(const Scene& scene);

  Painter& painter_;
  Words words_;
  DisplaySize size_;
  Places places_;
  ScreenRecord record_;
  std::optional<Screen> screen_;
  bool dim_ = false;
  Scene scene_;
  Steady since_;
  int count_ = 0;
};

}  // namespace handbell::kiosk
