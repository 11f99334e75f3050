#include "app/register/pupil_events.h"

namespace handbell::reg {

bool PupilEvents::is_about(const SeenEvent& seen) const {
  if (const auto* arrived = std::get_if<Arrived>(&seen.event)) return arrived->pupil == pupil_;
  if (const auto* passed = std::get_if<Passed>(&seen.event)) return passed->pupil == pupil_;
  if (const auto* back = std::get_if<Withdrawn>(&seen.event)) {
    return own_.contains({seen.ref.journal, back->seq});
  }
  return false;
}

void PupilEvents::see(const SeenEvent& seen) {
  if (!is_about(seen)) return;
  own_.insert(seen.ref);
  found_.push_back(seen);
}

}  // namespace handbell::reg
