#include "app/kiosk/shell/inbox.h"

#include <utility>

namespace handbell::kiosk {

void Inbox::set_wake(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void Inbox::put(Event event) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    wake = wake_;
  }
  wake();
}

std::vector<Event> Inbox::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace handbell::kiosk
