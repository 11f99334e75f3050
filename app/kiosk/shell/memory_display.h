// A kiosk without a screen: painted to memory, all the same.
#pragma once

#include "app/kiosk/paint/png.h"
#include "app/kiosk/shell/display.h"
#include "app/kiosk/shell/display_size.h"

#include <condition_variable>
#include <mutex>

namespace handbell::kiosk {

class MemoryDisplay final : public Display {
 public:
  MemoryDisplay(Painter& painter, const DisplaySize& size);

  [[nodiscard]] Status show(const Scene& scene) override;
  [[nodiscard]] std::vector<Touch> wait(Millis most) override;
  void wake() override;
  void play(const Samples&) override {}
  void play_next(const Samples&) override {}

 private:
  Painter& painter_;
  Image image_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
};

}  // namespace handbell::kiosk
