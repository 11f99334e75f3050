// What the kiosk shows its screens on, and where fingers come from.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/kiosk/sound/samples.h"
#include "app/kiosk/view/scene.h"

#include <optional>
#include <vector>

namespace handbell::kiosk {

/// A finger came down, in millimetres from the upper left corner.
struct Touch {
  double x = 0;
  double y = 0;
};

class Display {
 public:
  Display() = default;
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;
  virtual ~Display() = default;

  /// Fault: display_failed.
  [[nodiscard]] virtual Status show(const Scene& scene) = 0;
  /// Until a finger comes, wake() is called, or the time is over.
  [[nodiscard]] virtual std::vector<Touch> wait(Millis most) = 0;
  /// From any thread.
  virtual void wake() = 0;
  /// Somebody closed the window.
  [[nodiscard]] virtual bool closed() const { return false; }
  /// A digit that was pressed on a keyboard since it was last asked (a rehearsal's cards).
  [[nodiscard]] virtual std::optional<int> digit() { return std::nullopt; }
  /// In place of what is heard now; nothing: silence.
  virtual void play(const Samples& samples) = 0;
  /// After it.
  virtual void play_next(const Samples& samples) = 0;
  /// Something is heard.
  [[nodiscard]] virtual bool sounds() const { return false; }
};

}  // namespace handbell::kiosk
