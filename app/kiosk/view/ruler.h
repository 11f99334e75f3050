// How much room a text needs: asked by the view, answered by whoever has the fonts.
#pragma once

#include "app/kiosk/view/scene.h"

namespace handbell::kiosk {

struct Measured {
  double width = 0;   ///< mm
  double height = 0;  ///< mm
  int lines = 0;
  int unknown_glyphs = 0;
  bool cut = false;  ///< ends in an ellipsis
};

class Ruler {
 public:
  Ruler() = default;
  Ruler(const Ruler&) = delete;
  Ruler& operator=(const Ruler&) = delete;
  virtual ~Ruler() = default;

  /// Broken into lines as its box is wide.
  [[nodiscard]] virtual Measured measure(const Text& text) = 0;

 protected:
  Ruler(Ruler&&) = default;
  Ruler& operator=(Ruler&&) = default;
};

}  // namespace handbell::kiosk
