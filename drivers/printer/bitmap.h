// A picture in black and white, as a thermal printer burns it: what a slip is once it was painted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace handbell::printer {

/// Rows from the top, each of whole bytes, the leftmost dot in a byte's highest bit; 1 is black.
struct Bitmap {
  int width = 0;  ///< dots, a multiple of 8
  int height = 0;
  std::vector<std::uint8_t> bits;

  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width) / 8; }
  [[nodiscard]] bool black(int x, int y) const {
    const auto at = static_cast<std::size_t>(y) * row_bytes() + static_cast<std::size_t>(x) / 8;
    return ((unsigned{bits[at]} >> (7U - static_cast<unsigned>(x) % 8U)) & 1U) != 0;
  }
  friend bool operator==(const Bitmap&, const Bitmap&) = default;
};

}  // namespace handbell::printer
