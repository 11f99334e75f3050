// The row of buttons at the bottom. A button has its place whether the others are there or not, and
// in every language: "More time" comes and nothing moves.
#pragma once

#include "app/kiosk/view/draft.h"

namespace handbell::kiosk {

void add_foot(Draft& draft);

/// What a button says, in its box: a picture and the words in both languages.
struct ButtonLook {
  std::string id;
  std::string phrase;
  std::string icon;
  Tone tone;
  Rgb edge;
};
[[nodiscard]] ButtonLook all_here_look(const Theme& theme);
void add_button(Draft& draft, const Box& box, const ButtonLook& look);

}  // namespace handbell::kiosk
