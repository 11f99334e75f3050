// A picture that stands on paper: the school's logo, or a chart of ours. It is decoded before it is
// taken, so that what is no picture is refused when it is sent, never when the letters are wanted.
#pragma once

#include "app/base/result.h"

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>

namespace handbell::paper {

/// A logo is no larger than this.
inline constexpr std::size_t kLargestLogo = std::size_t{512} * 1024;
/// A side of a PNG.
inline constexpr std::uint32_t kMostPixels = 4096;

struct SurfaceEnd {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceEnd>;

class Picture {
 public:
  /// PNG or SVG. Fault: sheet_picture_unusable.
  [[nodiscard]] static Result<Picture> decode(const std::string& bytes);

  [[nodiscard]] double width() const { return width_; }  ///< in whatever unit it has
  [[nodiscard]] double height() const { return height_; }

  /// Into a box, its sides kept in proportion.
  struct Place {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
  };
  /// False where it could not be drawn.
  [[nodiscard]] bool draw(cairo_t* cairo, const Place& place) const;
  /// An SVG that stands on many sheets, nowhere larger than `most` (millimetres), becomes the dots
  /// that a good printer has: it is read once, and a file holds it once. False where it could not
  /// be drawn.
  [[nodiscard]] bool draw_once(const Place& most);

 private:
  Picture() = default;
  std::string svg_;  ///< empty: drawn already
  std::shared_ptr<cairo_surface_t> drawn_;
  double width_ = 0;
  double height_ = 0;
};

/// Whether these bytes may be the school's logo: at most 512 kB, a PNG of at most 4,096 pixels a
/// side, or an SVG that can be drawn and takes in nothing from elsewhere, no other picture either.
/// Fault: logo_unfit, in words.
[[nodiscard]] Status fits_logo(const std::string& bytes);

/// As a browser shows it, at most 240 pixels high. Fault: sheet_picture_unusable.
[[nodiscard]] Result<std::string> as_png(const std::string& bytes);

/// "image/png" or "image/svg+xml"; empty where it is neither.
[[nodiscard]] std::string type_of_picture(const std::string& bytes);

}  // namespace handbell::paper
