// What each kind of screen is called, its colour, and what stands in its band.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/view/theme.h"

#include <string>

namespace handbell::kiosk {

struct Look {
  ScreenKind kind;
  const char* name;  ///< "late": for --describe and the pictures
  Tone Theme::*tone;
  const char* icon;   ///< of the band; may be empty
  const char* title;  ///< a phrase; empty: the school's name
};

[[nodiscard]] const Look& look_of(ScreenKind kind);

}  // namespace handbell::kiosk
