// What the painter does with letters that nobody foresaw.
#include "screen_kit.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

/// A letter in the middle of the 10 inch display, with so many accents over and under it.
Scene piled(int accents) {
  Scene scene;
  scene.width = 217;
  scene.height = 136;
  scene.background = {255, 255, 255};
  Text text;
  text.box = {100, 60, 20, 16};
  text.em = 10;
  text.language = "en";
  text.text = "Z";
  for (int i = 0; i < accents; ++i) text.text += i % 2 == 0 ? "\u0301" : "\u0316";
  text.colour = {0, 0, 0};
  text.on = {255, 255, 255};
  scene.nodes.emplace_back(text);
  return scene;
}

/// The first and the last row that is not white.
std::pair<int, int> inked_rows(const Image& image) {
  std::pair<int, int> rows{image.height, -1};
  const std::size_t wide = image.pixels.size() / static_cast<std::size_t>(image.height);
  for (int y = 0; y < image.height; ++y) {
    const auto from = image.pixels.begin() + static_cast<std::ptrdiff_t>(wide) * y;
    bool ink = false;
    for (std::size_t i = 0; i + 3 < wide; i += 4) {
      ink = ink || from[static_cast<std::ptrdiff_t>(i)] < 128;
    }
    if (!ink) continue;
    rows.first = std::min(rows.first, y);
    rows.second = y;
  }
  return rows;
}

TEST(Painter, accents_that_pile_up_stay_near_their_letter) {
  Painter painter = test_painter();
  constexpr double kScale = 1280 / 217.0;
  const auto plain = inked_rows(painted(painter, piled(0), 1280, 800));
  const auto high = inked_rows(painted(painter, piled(40), 1280, 800));
  ASSERT_GT(plain.second, plain.first);
  EXPECT_LT(high.first, plain.first) << "the accents are there";
  EXPECT_GE(high.first, static_cast<int>(55 * kScale) - 1);
  EXPECT_LE(high.second, static_cast<int>(81 * kScale) + 1);
}

}  // namespace
}  // namespace handbell::kiosk
