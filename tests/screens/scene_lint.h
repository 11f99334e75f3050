// What is wrong with a screen: can it be read, pressed and understood, and does it tell a stranger
// nothing?
#pragma once

#include "screen_kit.h"

#include <set>

namespace handbell::kiosk {

enum class Flaw {
  target,     ///< a button too small, or too near to another
  type,       ///< smaller than 4.5 mm
  contrast,   ///< under 7
  fit,        ///< a text that leaves its box
  place,      ///< something leaves the screen, or covers another thing
  glyph,      ///< letters that no font has
  label,      ///< a button without words to speak
  picture,    ///< a picture that is not there
  words,      ///< a phrase that no word list has, or a line of more than six words
  red,        ///< red for something else than "Not me" and faults
  disclosed,  ///< what a stranger may not read
};

struct Finding {
  Flaw flaw;
  std::string what;
};

/// What the lint holds a scene against.
struct LintRules {
  Theme theme;
  bool staff = false;
  std::set<std::string> phrases;  ///< of the word lists
};

[[nodiscard]] std::vector<Finding> findings_of(Painter& painter, const Scene& scene,
                                               const LintRules& rules);

}  // namespace handbell::kiosk
