// Which way a line runs. A sentence in English stays one where a name that runs from right to left
// stands first in it; words that somebody typed in such a script run as they were typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handbell::paper {

enum class Direction : std::uint8_t { neither, from_left, from_right };

/// Of the first letter that has one.
[[nodiscard]] Direction direction_of(std::string_view words);

/// `words` are of a sentence that runs from left to right: where their first letter says otherwise,
/// a mark that nobody sees stands before it.
[[nodiscard]] std::string from_left(const std::string& words);

}  // namespace handbell::paper
