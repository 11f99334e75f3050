// What the door proposes for a child's session and no person has accepted yet.
//
// It is worked out from the day's events each time and never stored (D28). Lists and figures count
// it as what it proposes and say how many such sessions are in them (D22). Where the door differs
// from a mark by a person both stand, and nothing is proposed to the figures (D09).
#pragma once

#include "app/register/school.h"
#include "app/register/year_line.h"

#include <functional>
#include <optional>
#include <vector>

namespace handbell::reports {

struct Proposal {
  PupilId pupil;
  SessionId session;
  reg::Standing standing;  ///< what is proposed
  friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// What a person entered for this child and session.
using StandingAt = std::function<std::optional<reg::Standing>(PupilId, SessionId)>;

/// Nothing stands in a session of the day, or what gives way to the door (D06, D10): on any other
/// day no proposal of this child's counts.
[[nodiscard]] bool may_count(PupilId pupil, SchoolDay day, const StandingAt& standing_at);

/// Both sessions of the day. `events`: all that may belong to it, in any order.
[[nodiscard]] std::vector<Proposal> proposals_of(SchoolDay day,
                                                 const std::vector<reg::SeenEvent>& events,
                                                 const reg::School& school,
                                                 const StandingAt& standing_at);

}  // namespace handbell::reports
