// How the kiosk looks, as data: colours, sizes of type, pictures.
//
// The built-in theme is always there. A file of assets/theme is laid over it (theme_file.h), one
// over the other: "large" has larger type, "contrast" has black, white and thick edges. Whatever a
// school changes, every text keeps a contrast of 7 to what stands behind it, and 4.5 mm.
#pragma once

#include "app/kiosk/view/scene.h"

#include <map>
#include <string>

namespace handbell::kiosk {

/// A surface and what is written on it.
struct Tone {
  Rgb colour;
  Rgb ink;
  friend bool operator==(const Tone&, const Tone&) = default;
};

struct Theme {
  // Colours. Red is for "Not me" and for faults, nothing else.
  Tone paper{{0xFF, 0xFB, 0xF0}, {0x14, 0x20, 0x4D}};   ///< the screen itself
  Tone button{{0xFF, 0xFF, 0xFF}, {0x14, 0x20, 0x4D}};  ///< what can be pressed
  Tone ticked{{0xDD, 0xF1, 0xE3}, {0x0B, 0x45, 0x27}};  ///< and is chosen
  Tone calm{{0x1B, 0x28, 0x60}, {0xFF, 0xFF, 0xFF}};    ///< the band, the way forward
  Tone in{{0x0B, 0x53, 0x2E}, {0xFF, 0xFF, 0xFF}};      ///< in, in time
  Tone late{{0xFF, 0xC8, 0x40}, {0x14, 0x20, 0x4D}};    ///< before the register closed
  Tone after{{0x0F, 0x4C, 0x81}, {0xFF, 0xFF, 0xFF}};   ///< after it: calm
  Tone undo{{0xFF, 0xFF, 0xFF}, {0x9B, 0x0F, 0x1E}};    ///< "Not me" and faults
  Tone night{{0x00, 0x00, 0x00}, {0xFF, 0xFF, 0xFF}};
  Rgb quiet{0xC9, 0xCE, 0xE2};  ///< on `calm`: marks for staff

  // Sizes of type, in millimetres.
  double name = 14;
  double headline = 12;
  double sentence = 7;
  double label = 6;
  double small = 4.5;
  double edge = 0.6;  ///< of a button

  /// Another picture of the icon list in place of one: "office" to "owl".
  std::map<std::string, std::string> pictures;

  [[nodiscard]] const std::string& picture(const std::string& key) const {
    const auto found = pictures.find(key);
    return found == pictures.end() ? key : found->second;
  }
  friend bool operator==(const Theme&, const Theme&) = default;
};

/// Of WCAG 2: 1 to 21.
[[nodiscard]] double contrast(Rgb a, Rgb b);

}  // namespace handbell::kiosk
