#include "app/kiosk/shell/painted_screen.h"

#include <fmt/format.h>

#include <iostream>

namespace handbell::kiosk {

PaintedScreen::PaintedScreen(Painter& painter, Words words, const DisplaySize& size, Place place,
                             ScreenRecord record)
    : painter_(painter),
      words_(std::move(words)),
      size_(size),
      place_(std::move(place)),
      record_(std::move(record)) {
  place_.mm = size.mm;
}

Status PaintedScreen::show(const Screen& screen, Display& display, Steady now) {
  if (screen_ && *screen_ == screen) return {};
  screen_ = screen;
  Scene scene = view(screen, words_, place_, painter_);
  if (scene == scene_) return {};
  if (scene.name != scene_.name) since_ = now;
  scene_ = std::move(scene);
  if (Status shown = display.show(scene_); !shown) return shown;
  if (record_.describe) std::cout << description(scene_) << std::endl;
  return record_.screenshots.empty() ? Status{} : keep(scene_);
}

Status PaintedScreen::keep(const Scene& scene) {
  Image image = painted(painter_, scene, size_.width, size_.height);
  return write_png(image,
                   fmt::format("{}/{:04}_{}.png", record_.screenshots, ++count_, scene.name));
}

std::string PaintedScreen::pressed(const Touch& touch, Steady now) const {
  constexpr Millis kMeantForTheLast{250};
  if (now - since_ < kMeantForTheLast) return "";
  return button_at(scene_, touch.x, touch.y);
}

}  // namespace handbell::kiosk
