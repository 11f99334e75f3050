// What a voice says after a result: which sentences, in which language.
//
// Never a name, a class or a time: a voice in an entrance is heard by everybody. Whoever is sent to
// the office hears the same, whatever the reason (D06). The family hears its own language alone: at
// 8:52 the next card comes before a second one were said.
#pragma once

#include "app/kiosk/flow/screen.h"

#include <string>
#include <vector>

namespace handbell::kiosk {

struct Prompt {
  std::vector<std::string> keys;  ///< of assets/voice/phrases.txt, in this order
  std::string language;           ///< ISO 639; empty: English
  friend bool operator==(const Prompt&, const Prompt&) = default;
};

/// No keys where nothing is said: an adult chooses, or staff do; when the building is to be left
/// the alarm and people speak.
[[nodiscard]] Prompt prompt_for(const Screen& screen);
/// Of the banner over a choice: as it stands there, in English.
[[nodiscard]] Prompt newcomer_prompt(const Screen& screen);

}  // namespace handbell::kiosk
