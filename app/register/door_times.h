// When the door's events happened, and which of them stand.
//
// An event under a trusted clock has its own time. One under an untrusted clock gets a time as soon
// as the wall time of its boot is known (D17). "Not me" takes back an event of its own journal
// (D26). It makes no difference in which order the events became known (D28).
#pragma once

#include "app/register/day.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace handbell::reg {

class DoorTimes {
 public:
  explicit DoorTimes(const std::vector<SeenEvent>& events);

  /// Whether no "Not me" named this event.
  [[nodiscard]] bool stands(const EventRef& ref) const { return !taken_back_.contains(ref); }
  /// Nothing while the clock of that boot is unknown.
  [[nodiscard]] std::optional<Instant> time_of(const EventRef& ref, const DoorMoment& at) const;

 private:
  void note(const EventRef& ref, const ClockKnown& known);

  std::map<std::pair<std::string, std::uint64_t>, ClockKnown> boots_;  ///< by journal and boot
  std::set<EventRef> taken_back_;
};

}  // namespace handbell::reg
