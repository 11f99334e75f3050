// Many screens on one picture, side by side, each with its place in the list of every_screen().
#pragma once

#include "screen_kit.h"

namespace handbell::kiosk {

struct SheetOf {
  TestDisplay display;
  std::string theme = "plain";
  std::string language;  ///< empty: that of each screen
  Hand hand = Hand::right;
  int columns = 4;
  int tile = 480;  ///< pixels wide
};

[[nodiscard]] Image contact_sheet(Painter& painter, const Words& words, const SheetOf& of,
                                  const NamedScreens& screens);

}  // namespace handbell::kiosk
