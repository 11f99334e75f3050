// What the doors saw of one child, out of all that they saw: for whoever asks to see it (F10).
//
// Arrivals and goings of the child, what was asked and said of them and what was taken back; never
// another child's.
#pragma once

#include "app/register/day.h"

#include <set>
#include <vector>

namespace handbell::reg {

class PupilEvents {
 public:
  explicit PupilEvents(PupilId pupil) : pupil_(pupil) {}

  /// Each journal's events in their order: what was said or taken back stands behind what it is of.
  void see(const SeenEvent& seen);
  [[nodiscard]] std::vector<SeenEvent> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool is_about(const SeenEvent& seen) const;

  PupilId pupil_;
  std::set<EventRef> own_;
  std::vector<SeenEvent> found_;
};

}  // namespace handbell::reg
