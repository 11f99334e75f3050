// Who is in the building: presence, kept apart from the marks (D29, D47).
//
// It answers for any moment of one day, from what the door saw and what people told. A day begins
// with everyone out, and the close (presence.close_at) puts out whoever is still believed in, and
// says whom. A fact after the close counts again until midnight. No mark is looked at: a child who
// came after the register closed is absent in the figures and in the building in fact.
#pragma once

#include "app/base/time_of_day.h"
#include "app/register/presence_steps.h"

#include <vector>

namespace handbell::reg {

/// One child's place, as the lists of presence name it.
struct ChildAt {
  PupilId pupil;
  Whereabouts where;
  friend bool operator==(const ChildAt&, const ChildAt&) = default;
};

/// presence.close_at (D29).
[[nodiscard]] inline TimeOfDay presence_closes() { return TimeOfDay::from_ms(hours(18).count); }

class Presence {
 public:
  /// Facts of other days do not count.
  Presence(const PresenceFacts& facts, SchoolDay day, TimeOfDay close_at);

  /// What happened in this very moment counts. Another day's moment: out.
  [[nodiscard]] Whereabouts where(PupilId pupil, Instant at) const;
  /// Everyone of whom anything is known this day, by pupil.
  [[nodiscard]] std::vector<ChildAt> everybody(Instant at) const;
  [[nodiscard]] Instant close() const { return close_; }
  /// Whom the close put out, with the place each had: alert the office. Empty before the close.
  [[nodiscard]] std::vector<ChildAt> put_out_by_close(Instant now) const;

 private:
  [[nodiscard]] bool today(Instant at) const;

  SchoolDay day_;
  Instant close_;
  StepsByPupil steps_;
};

}  // namespace handbell::reg
