#include "app/kiosk/shell/inbox.h"

#include <utility>

namespace handbell::kiosk {

void Inbox::put(Event event) {
  {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
  }
  wake_();
}

std::vector<Event> Inbox::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace handbell::kiosk
