#include "app/store/site_clock.h"

#include "app/store/atomic_file.h"

#include <chrono>
#include <ctime>

namespace handbell::store {

Steady steady_now() {
  timespec at{};
  ::clock_gettime(CLOCK_BOOTTIME, &at);
  return {std::int64_t{at.tv_sec} * 1000 + at.tv_nsec / 1'000'000};
}

Moment SiteClock::now() {
  const Steady steady = steady_now();
  if (file_.empty()) {
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return {Instant{wall.count()}, steady, false};
  }
  if (const auto text = read_file(file_, 4096)) {
    if (const auto clock = RehearsalClock::parse(*text)) last_ = *clock;
  }
  return {last_ ? last_->wall_at(steady) : Instant{}, steady, true};
}

Instant SiteClock::wall_at(Steady then) {
  const Moment at = now();
  if (last_) return last_->wall_at(then);
  return at.wall - (at.steady - then);
}

}  // namespace handbell::store
