#include "app/kiosk/paint/placement.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace handbell::kiosk {
namespace {

TEST(Placement, a_panel_of_the_scenes_shape_is_filled) {
  const Placement placed(1280, 800, 217.6, 136, Turn::none);
  EXPECT_NEAR(placed.scale(), 800.0 / 136, 1e-9);
  EXPECT_NEAR(placed.on_panel({217.6, 136}).x, 1280, 1e-6);
  EXPECT_NEAR(placed.on_panel({217.6, 136}).y, 800, 1e-6);
}

TEST(Placement, millimetres_measured_a_little_wrong_leave_no_seam) {
  const Placement placed(1280, 800, 217, 136, Turn::none);
  EXPECT_EQ(placed.on_panel({0, 0}).y, 0);
  EXPECT_NEAR(placed.on_panel({217, 136}).x, 1280, 1e-6);
  EXPECT_GE(placed.on_panel({217, 136}).y, 800);
}

TEST(Placement, the_top_of_the_picture_is_where_the_panel_was_turned_to) {
  const auto top_left = [](Turn turn) {
    const bool upright = turn == Turn::none || turn == Turn::half;
    return Placement(upright ? 1280 : 800, upright ? 800 : 1280, 217.6, 136, turn).on_panel({0, 0});
  };
  EXPECT_NEAR(top_left(Turn::none).x, 0, 1e-6);
  EXPECT_NEAR(top_left(Turn::quarter).x, 800, 1e-6) << "clockwise: at the right";
  EXPECT_NEAR(top_left(Turn::quarter).y, 0, 1e-6);
  EXPECT_NEAR(top_left(Turn::half).y, 800, 1e-6);
  EXPECT_NEAR(top_left(Turn::three_quarters).x, 0, 1e-6);
  EXPECT_NEAR(top_left(Turn::three_quarters).y, 1280, 1e-6);
}

TEST(Placement, on_a_panel_of_another_shape_it_stands_in_the_middle) {
  const Placement placed(1024, 768, 217, 136, Turn::none);
  const Point top = placed.on_panel({0, 0});
  const Point bottom = placed.on_panel({217, 136});
  EXPECT_NEAR(top.x, 0, 1e-6);
  EXPECT_NEAR(top.y, 768 - bottom.y, 1e-6);
  EXPECT_GT(top.y, 60);
}

RC_GTEST_PROP(Placement, a_finger_is_where_the_button_is_seen, ()) {
  const int width = *rc::gen::inRange(320, 8192);
  const int height = *rc::gen::inRange(320, 8192);
  const double wide = *rc::gen::inRange(100, 2000);
  const double high = *rc::gen::inRange(100, 2000);
  const Turn turn = static_cast<Turn>(*rc::gen::inRange(0, 4));
  const Point at{wide * *rc::gen::inRange(0, 101) / 100, high * *rc::gen::inRange(0, 101) / 100};
  const Placement placed(width, height, wide, high, turn);
  const Point panel = placed.on_panel(at);
  // Two in a hundred may be cut off.
  const double most = 0.02 * std::max(width, height) + 0.001;
  RC_ASSERT(panel.x > -most && panel.x < width + most);
  RC_ASSERT(panel.y > -most && panel.y < height + most);
  const Point back = placed.on_scene(panel);
  RC_ASSERT(std::abs(back.x - at.x) < 1e-6 && std::abs(back.y - at.y) < 1e-6);
}

}  // namespace
}  // namespace handbell::kiosk
