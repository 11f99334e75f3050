// Bytes as hexadecimal text and back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace handbell {

using Bytes = std::vector<std::uint8_t>;

/// The bytes of a text, in its place.
[[nodiscard]] inline std::span<const std::uint8_t> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Upper-case, two digits a byte, nothing between.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);

/// Reads both cases; blanks, colons and hyphens between bytes are passed over, as readers print
/// them. Nothing for an odd count or another character.
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);

}  // namespace handbell
