#include "app/register/lateness.h"

#include <algorithm>

namespace handbell::reg {

Lateness lateness(TimeOfDay first_contact, const Window& window) {
  if (first_contact.minute() <= window.arrive_by.minute()) return Lateness::on_time;
  return first_contact < window.closes ? Lateness::before_close : Lateness::after_close;
}

int minutes_late(TimeOfDay first_contact, const Window& window) {
  return std::max(0, first_contact.minute() - window.arrive_by.minute());
}

}  // namespace handbell::reg
