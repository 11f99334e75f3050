#include "app/register/door_times.h"

namespace handbell::reg {

DoorTimes::DoorTimes(const std::vector<SeenEvent>& events) {
  for (const auto& [ref, event] : events) {
    if (const auto* known = std::get_if<ClockKnown>(&event)) note(ref, *known);
    if (const auto* not_me = std::get_if<Withdrawn>(&event)) {
      taken_back_.insert({ref.journal, not_me->seq});
    }
  }
}

void DoorTimes::note(const EventRef& ref, const ClockKnown& known) {
  const auto [at, fresh] = boots_.emplace(std::pair{ref.journal, known.boot}, known);
  // Invariant: of several, the earliest decides, whichever was heard first.
  if (!fresh && known.steady < at->second.steady) at->second = known;
}

std::optional<Instant> DoorTimes::time_of(const EventRef& ref, const DoorMoment& at) const {
  if (at.trusted) return at.wall;
  const auto known = boots_.find({ref.journal, at.boot});
  if (known == boots_.end()) return std::nullopt;
  return known->second.wall + (at.steady - known->second.steady);
}

}  // namespace handbell::reg
