// Fits words into a box: as large as wished where there is room, else smaller, never under 4.5 mm.
//
// Our own words are never cut. A name may be in any script and 80 characters long: what is left of
// it at the least size ends in an ellipsis.
#pragma once

#include "app/kiosk/view/ruler.h"
#include "app/kiosk/view/theme.h"

#include <string>
#include <vector>

namespace handbell::kiosk {

/// One thing that is said, in one language.
struct Said {
  std::string text;
  std::string language;
  std::string phrase;  ///< as in Text
};

struct Line {
  Said said;
  double em = 6;
  double least = 4.5;
  bool bold = false;
  int most_lines = 2;
  double gap = 0;  ///< over it, in mm
};

enum class Fill : std::uint8_t { top, middle, bottom };

/// How the lines of a box stand in it.
struct Setting {
  Rgb colour;
  Rgb on;
  Align align = Align::centre;
  Fill fill = Fill::middle;
};

/// The lines one under the other, all made smaller alike until they fit.
[[nodiscard]] std::vector<Text> fitted(Ruler& ruler, const Box& box, const std::vector<Line>& lines,
                                       const Setting& setting);

/// How high they stand together.
[[nodiscard]] double height_of(const std::vector<Text>& texts);

}  // namespace handbell::kiosk
