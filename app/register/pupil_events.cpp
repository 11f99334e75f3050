#include "app/register/pupil_events.h"

#include <algorithm>

namespace handbell::reg {

bool PupilEvents::is_about(const SeenEvent& seen) const {
  if (const auto* arrived = std::get_if<Arrived>(&seen.event)) return arrived->pupil == pupil_;
  if (const auto* passed = std::get_if<Passed>(&seen.event)) return passed->pupil == pupil_;
  if (const auto* asked = std::get_if<ReleaseAsked>(&seen.event)) return asked->pupil == pupil_;
  if (const auto* gone = std::get_if<DoorHandOver>(&seen.event)) return gone->pupil == pupil_;
  if (const auto* family = std::get_if<FamilyTapped>(&seen.event)) {
    return std::ranges::find(family->children, pupil_) != family->children.end();
  }
  if (const auto* given = std::get_if<ReasonGiven>(&seen.event)) {
    return std::ranges::any_of(given->of, [&](std::uint64_t seq) {
      return own_.contains({seen.ref.journal, seq});
    });
  }
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
