#include "app/kiosk/shell/memory_display.h"

namespace handbell::kiosk {

MemoryDisplay::MemoryDisplay(Painter& painter, const DisplaySize& size) : painter_(painter) {
  image_.width = size.width;
  image_.height = size.height;
  image_.pixels.resize(static_cast<std::size_t>(size.width) *
                       static_cast<std::size_t>(size.height) * 4);
}

Status MemoryDisplay::show(const Scene& scene) {
  painter_.paint(scene, image_.canvas());
  return {};
}

std::vector<Touch> MemoryDisplay::wait(Millis most) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::milliseconds(most.count), [this] { return woken_; });
  woken_ = false;
  return {};
}

void MemoryDisplay::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_one();
}

}  // namespace handbell::kiosk
