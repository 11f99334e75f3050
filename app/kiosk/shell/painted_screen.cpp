#include "app/kiosk/shell/painted_screen.h"

#include <fmt/format.h>

#include <cmath>
#include <iostream>

namespace handbell::kiosk {

PaintedScreen::PaintedScreen(Painter& painter, Words words, const DisplaySize& size, Places places,
                             ScreenRecord record)
    : painter_(painter),
      words_(std::move(words)),
      size_(size),
      places_(std::move(places)),
      record_(std::move(record)) {
  places_.usual.mm = size.mm;
  places_.dim.mm = size.mm;
}

Status PaintedScreen::show(const Screen& screen, Display& display, Steady now, bool dim) {
  if (screen_ && *screen_ == screen && dim_ == dim) return {};
  screen_ = screen;
  dim_ = dim;
  Scene scene = view(screen, words_, dim ? places_.dim : places_.usual, painter_);
  if (scene == scene_) return {};
  if (scene.name != scene_.name) since_ = now;
  scene_ = std::move(scene);
  if (Status shown = display.show(scene_); !shown) return shown;
  if (record_.describe) std::cout << description(scene_) << std::endl;
  return record_.screenshots.empty() ? Status{} : keep(scene_);
}

Image PaintedScreen::slip(const PrintSlip& slip, int dots, int dots_per_mm) {
  const Scene scene = slip_scene(slip, static_cast<double>(dots) / dots_per_mm, painter_);
  const int height = static_cast<int>(std::ceil(scene.height * dots_per_mm));
  return painted(painter_, scene, dots, height);
}

Status PaintedScreen::keep(const Scene& scene) {
  Image image = painted(painter_, scene, size_.width, size_.height);
  return write_png(image,
                   fmt::format("{}/{:04}_{}.png", record_.screenshots, ++count_, scene.name));
}

std::optional<std::string> PaintedScreen::pressed(const Touch& touch, Steady now) const {
  constexpr Millis kMeantForTheLast{250};
  if (now - since_ < kMeantForTheLast) return std::nullopt;
  return button_at(scene_, touch.x, touch.y);
}

std::vector<Sentence> PaintedScreen::spoken(const std::string& language, bool names) const {
  auto said = kiosk::spoken(scene_, language, words_);
  if (names || !screen_) return said;
  return without_names(std::move(said), screen_->kind);
}

}  // namespace handbell::kiosk
