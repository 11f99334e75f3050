#include "app/kiosk/paint/placement.h"

#include <algorithm>
#include <cmath>

namespace handbell::kiosk {

Placement::Placement(int width, int height, double scene_width, double scene_height, Turn turn)
    : width_(width), height_(height), turn_(turn) {
  const bool upright = turn == Turn::none || turn == Turn::half;
  const double wide = upright ? width_ : height_;
  const double high = upright ? height_ : width_;
  scale_ = wide / scene_width;
  // Millimetres are measured by hand: two in a hundred are no other shape, and leave no seam.
  constexpr double kSameShape = 0.02;
  const double fits = high / scene_height / scale_;
  if (std::abs(fits - 1) <= kSameShape) return;
  scale_ *= std::min(fits, 1.0);
  corner_ = {(wide - scene_width * scale_) / 2, (high - scene_height * scale_) / 2};
}

Point Placement::on_scene(Point panel) const {
  Point picture = panel;
  if (turn_ == Turn::quarter) picture = {panel.y, width_ - panel.x};
  if (turn_ == Turn::half) picture = {width_ - panel.x, height_ - panel.y};
  if (turn_ == Turn::three_quarters) picture = {height_ - panel.y, panel.x};
  return {(picture.x - corner_.x) / scale_, (picture.y - corner_.y) / scale_};
}

Point Placement::on_panel(Point scene) const {
  const Point picture{scene.x * scale_ + corner_.x, scene.y * scale_ + corner_.y};
  if (turn_ == Turn::quarter) return {width_ - picture.y, picture.x};
  if (turn_ == Turn::half) return {width_ - picture.x, height_ - picture.y};
  if (turn_ == Turn::three_quarters) return {picture.y, height_ - picture.x};
  return picture;
}

}  // namespace handbell::kiosk
