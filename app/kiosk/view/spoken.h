// A screen in words, for who cannot read it: what a "read it to me" button says.
//
// In reading order, each thing once and in one language: the wanted one, else English. Names, times
// and numbers are said as they stand there. What can be pressed is said as a button.
#pragma once

#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/scene.h"

#include <string>
#include <vector>

namespace handbell::kiosk {

struct Sentence {
  std::string text;
  std::string language;  ///< by which voice
  bool button = false;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// `language`: ISO 639; empty: English.
[[nodiscard]] std::vector<Sentence> spoken(const Scene& scene, const std::string& language,
                                           const Words& words);

}  // namespace handbell::kiosk
