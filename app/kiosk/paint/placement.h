// Where a scene stands on the panel: turned as the panel is mounted, as large as fits, in the
// middle where the panel has another shape.
//
// Painter and fingers use the same placement, so that a button is where it is seen.
#pragma once

#include <cstdint>

namespace handbell::kiosk {

/// How far the picture is turned on the panel, clockwise.
enum class Turn : std::uint8_t { none = 0, quarter = 1, half = 2, three_quarters = 3 };

/// A place on the panel, in its own pixels, or on the scene, in millimetres.
struct Point {
  double x = 0;
  double y = 0;
};

class Placement {
 public:
  /// `width`, `height`: the panel's own pixels; `scene_width`, `scene_height`: millimetres, above
  /// 0.
  Placement(int width, int height, double scene_width, double scene_height, Turn turn);

  /// Pixels a millimetre.
  [[nodiscard]] double scale() const { return scale_; }
  /// The scene's upper left corner on the turned picture, in pixels.
  [[nodiscard]] Point corner() const { return corner_; }
  [[nodiscard]] Turn turn() const { return turn_; }
  /// Where a finger on the panel is on the scene; outside it too.
  [[nodiscard]] Point on_scene(Point panel) const;
  [[nodiscard]] Point on_panel(Point scene) const;

 private:
  double width_;
  double height_;
  Turn turn_;
  double scale_ = 1;
  Point corner_;
};

}  // namespace handbell::kiosk
