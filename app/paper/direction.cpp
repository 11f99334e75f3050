#include "app/paper/direction.h"

#include <utf8proc.h>

namespace handbell::paper {

Direction direction_of(std::string_view words) {
  while (!words.empty()) {
    utf8proc_int32_t letter = 0;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what utf8proc takes
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(words.data());
    const auto length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(words.size()), &letter);
    if (length <= 0) break;
    switch (utf8proc_get_property(letter)->bidi_class) {
      case UTF8PROC_BIDI_CLASS_L:
        return Direction::from_left;
      case UTF8PROC_BIDI_CLASS_R:
      case UTF8PROC_BIDI_CLASS_AL:
        return Direction::from_right;
      default:
        words.remove_prefix(static_cast<std::size_t>(length));
    }
  }
  return Direction::neither;
}

std::string from_left(const std::string& words) {
  constexpr const char* kLeftToRight = "\u200E";
  return direction_of(words) == Direction::from_right ? kLeftToRight + words : words;
}

}  // namespace handbell::paper
