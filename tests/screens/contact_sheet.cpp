#include "contact_sheet.h"

#include <cstring>

namespace handbell::kiosk {

namespace {

constexpr int kPixel = 4;
constexpr int kGutter = 12;
constexpr std::uint8_t kGrey = 0xB4;

void put(Image& onto, const Image& tile, int x, int y) {
  const auto row = static_cast<std::size_t>(tile.width) * kPixel;
  for (int line = 0; line < tile.height; ++line) {
    const auto to = (static_cast<std::size_t>(y + line) * static_cast<std::size_t>(onto.width) +
                     static_cast<std::size_t>(x)) *
                    kPixel;
    std::memcpy(onto.pixels.data() + to, tile.pixels.data() + row * static_cast<std::size_t>(line),
                row);
  }
}

}  // namespace

Image contact_sheet(Painter& painter, const Words& words, const SheetOf& of,
                    const NamedScreens& screens) {
  const int high = of.tile * of.display.height / of.display.width;
  const auto count = static_cast<int>(screens.size());
  const int columns = std::min(of.columns, count);
  const int rows = (count + columns - 1) / columns;
  Image sheet{columns * (of.tile + kGutter) + kGutter, rows * (high + kGutter) + kGutter, {}};
  sheet.pixels.assign(
      static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * kPixel,
      kGrey);
  const Place place = test_place(of.display.mm, of.theme, of.hand);
  for (int i = 0; i < count; ++i) {
    Screen screen = screens[static_cast<std::size_t>(i)].second;
    if (!of.language.empty()) screen.language = of.language;
    const Scene scene = view(screen, words, place, painter);
    put(sheet, painted(painter, scene, of.tile, high), kGutter + i % columns * (of.tile + kGutter),
        kGutter + i / columns * (high + kGutter));
  }
  return sheet;
}

}  // namespace handbell::kiosk
