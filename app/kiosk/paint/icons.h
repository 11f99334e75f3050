// The pictures, each drawn once for each size and kept, as long as there is room for them: a year
// in an entrance must not need more memory than a morning.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/view/scene.h"

#include <cairo.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>

namespace handbell::kiosk {

struct SurfaceEnd {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceEnd>;

class Icons {
 public:
  explicit Icons(std::string folder) : folder_(std::move(folder)) {}

  /// A square picture of the installation; or, by its path, a school's own (PNG or SVG, as large as
  /// the square allows). Null where there is none.
  [[nodiscard]] cairo_surface_t* drawn(const std::string& icon, int pixels, Rgb tint);

 private:
  using Key = std::tuple<std::string, int, int>;
  [[nodiscard]] Surface draw(const std::string& icon, int pixels, Rgb tint) const;

  std::string folder_;
  std::map<Key, Surface> kept_;
  std::size_t kept_bytes_ = 0;
};

}  // namespace handbell::kiosk
