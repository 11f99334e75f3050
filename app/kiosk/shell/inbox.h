// Where every thread puts what happened, and the kiosk's one loop takes it from.
#pragma once

#include "app/kiosk/flow/event.h"

#include <functional>
#include <mutex>
#include <vector>

namespace handbell::kiosk {

class Inbox {
 public:
  /// `wake` is called, on the thread that puts, after each event. Readers may put before it is set.
  void set_wake(std::function<void()> wake);
  void put(Event event);
  /// Everything so far, oldest first.
  [[nodiscard]] std::vector<Event> take();

 private:
  std::mutex mutex_;
  std::vector<Event> events_;
  std::function<void()> wake_ = [] {};
};

}  // namespace handbell::kiosk
