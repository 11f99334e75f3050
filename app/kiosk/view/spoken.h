// A screen in words, for who cannot read it: what a "read it to me" button says.
//
// In reading order, each thing once and in one language: the wanted one, else English. Names, times
// and numbers are said as they stand there. What can be pressed is said as a button.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/scene.h"

#include <string>
#include <vector>

namespace handbell::kiosk {

struct Sentence {
  std::string text;
  std::string language;  ///< by which voice
  bool button = false;
  bool name = false;  ///< as it stands there: a name, a time, a number
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// `language`: ISO 639; empty: English.
[[nodiscard]] std::vector<Sentence> spoken(const Scene& scene, const std::string& language,
                                           const Words& words);

/// The same without what may be the name of a person: of all that is no sentence of ours only times
/// stay, and the classes and languages that can be chosen.
[[nodiscard]] std::vector<Sentence> without_names(std::vector<Sentence> said, ScreenKind kind);

}  // namespace handbell::kiosk
