// The lists that the office works from while children come and go (D10, D29, D47).
//
// Each is a question to the day's presence with the time it is now; none is kept.
#pragma once

#include "app/register/presence.h"

namespace handbell::reg {

/// "Comes back in red after 10 minutes unless the class or the office confirms" (D10).
inline constexpr Millis kUnseenTooLong = minutes(10);

struct AtTheDoor {
  PupilId pupil;
  std::optional<Instant> since;   ///< none: the kiosk's clock is not known yet (D17)
  std::optional<Millis> waiting;  ///< for how long nobody saw the child
  bool red = false;  ///< ten minutes, an unknown time, or a register that did not see him
  friend bool operator==(const AtTheDoor&, const AtTheDoor&) = default;
};

/// Who is at the door, not yet seen in class: those who wait longest first.
[[nodiscard]] std::vector<AtTheDoor> at_the_door(const Presence& presence, Instant now);

struct DueBack {
  ChildAt child;  ///< out with return expected, or elsewhere with the school
  bool overdue = false;
  friend bool operator==(const DueBack&, const DueBack&) = default;
};

/// By the time they are expected, those without a time last. Overdue once that time has passed.
[[nodiscard]] std::vector<DueBack> due_back(const Presence& presence, Instant now);

struct Unticked {
  ChildAt child;
  /// The group went and he is still in, or it came back from a trip without him. Else he was only
  /// not brought with his taxi or club.
  bool left_behind = false;
  friend bool operator==(const Unticked&, const Unticked&) = default;
};

/// Who was not ticked when his group moved, and was not seen or moved since.
[[nodiscard]] std::vector<Unticked> not_ticked(const Presence& presence, Instant now);

/// Believed in, but not seen by a class register: find them.
[[nodiscard]] std::vector<ChildAt> missing_from_class(const Presence& presence, Instant now);

}  // namespace handbell::reg
