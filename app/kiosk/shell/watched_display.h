// A display that measures the kiosk's loop: how long it was busy between two waits. In a rehearsal,
// for whoever wants to know whether a reader ever made a child wait.
#pragma once

#include "app/kiosk/shell/display.h"

#include <atomic>
#include <functional>

namespace handbell::kiosk {

class WatchedDisplay final : public Display {
 public:
  /// `display` outlives it.
  WatchedDisplay(Display& display, std::function<Steady()> now);

  [[nodiscard]] Status show(const Scene& scene) override { return display_.show(scene); }
  [[nodiscard]] std::vector<Touch> wait(Millis most) override;
  void wake() override { display_.wake(); }
  [[nodiscard]] bool closed() const override { return display_.closed(); }
  [[nodiscard]] std::optional<int> digit() override { return display_.digit(); }
  void play(const Samples& samples) override { display_.play(samples); }
  void play_next(const Samples& samples) override { display_.play_next(samples); }
  [[nodiscard]] bool sounds() const override { return display_.sounds(); }

  /// The loop's longest turn since it was last asked, with the one that is under way. From any
  /// thread.
  [[nodiscard]] Millis longest_turn();

 private:
  Display& display_;
  std::function<Steady()> now_;
  std::atomic<std::int64_t> turn_began_;  ///< ms; -1: it waits
  std::atomic<std::int64_t> longest_ = 0;
};

}  // namespace handbell::kiosk
