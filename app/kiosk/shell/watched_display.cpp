#include "app/kiosk/shell/watched_display.h"

#include <algorithm>

namespace handbell::kiosk {

WatchedDisplay::WatchedDisplay(Display& display, std::function<Steady()> now)
    : display_(display), now_(std::move(now)), turn_began_(now_().ms) {}

std::vector<Touch> WatchedDisplay::wait(Millis most) {
  longest_ = std::max(longest_.load(), now_().ms - turn_began_.exchange(-1));
  auto touches = display_.wait(most);
  turn_began_ = now_().ms;
  return touches;
}

Millis WatchedDisplay::longest_turn() {
  const std::int64_t began = turn_began_;
  const std::int64_t ended = longest_.exchange(0);
  return {began < 0 ? ended : std::max(ended, now_().ms - began)};
}

}  // namespace handbell::kiosk
