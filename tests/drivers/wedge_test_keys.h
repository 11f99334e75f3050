// Keys as a wedge reader presses them.
#pragma once

#include "drivers/card/wedge_decoder.h"

#include <linux/input-event-codes.h>

#include <string_view>
#include <vector>

namespace handbell::card {

/// The code of the key of this character; '\n' is Enter, '?' one that no number has.
inline unsigned key_of(char c) {
  constexpr std::string_view kLetters = "ABCDEF";
  constexpr unsigned kLetterKeys[] = {KEY_A, KEY_B, KEY_C, KEY_D, KEY_E, KEY_F};
  if (const auto letter = kLetters.find(c); letter != std::string_view::npos) {
    return kLetterKeys[letter];
  }
  if (c == '0') return KEY_0;
  if (c >= '1' && c <= '9') return KEY_1 + static_cast<unsigned>(c - '1');
  if (c == ',') return KEY_COMMA;
  return c == '\n' ? KEY_ENTER : KEY_X;
}

/// Each key down and up, 10 ms apart, from `at` on.
inline std::vector<WedgeKey> typed(std::string_view text, Steady at, Millis each = {10}) {
  std::vector<WedgeKey> keys;
  for (const char c : text) {
    keys.push_back({key_of(c), 1, at});
    keys.push_back({key_of(c), 0, at});
    at = at + each;
  }
  return keys;
}

}  // namespace handbell::card
