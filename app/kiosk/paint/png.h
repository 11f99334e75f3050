// A painted screen as a picture file: for --screenshots, the tests' references, the README.
#pragma once

#include "app/kiosk/paint/painter.h"

#include <vector>

namespace handbell::kiosk {

/// A screen painted into memory.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  ///< 4 bytes each, blue first

  [[nodiscard]] Canvas canvas() { return {pixels.data(), width, height, width * 4}; }
};

[[nodiscard]] Image painted(Painter& painter, const Scene& scene, int width, int height);
/// Fault: disk_failed.
[[nodiscard]] Status write_png(Image& image, const std::string& path);
/// Fault: file_unreadable.
[[nodiscard]] Result<Image> read_png(const std::string& path);

}  // namespace handbell::kiosk
