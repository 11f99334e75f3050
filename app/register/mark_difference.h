// Where the other register and ours say different things of a session (D50).
#pragma once

#include "app/register/store.h"

#include <map>

namespace handbell::reg {

/// What the other register said last of each session.
[[nodiscard]] std::map<PupilSession, Noted<OtherMark>> newest_elsewhere(
    const std::vector<DayNoteGiven>& notes);

/// What stands in ours.
class StandingMarks {
 public:
  /// Of the days from the first to the last. Faults: those of the store.
  [[nodiscard]] static Result<StandingMarks> read(Store& held, SchoolDay first, SchoolDay last);
  /// Nothing where no person wrote a mark.
  [[nodiscard]] std::optional<Standing> at(PupilId pupil, SessionId session) const;

 private:
  std::map<std::pair<int, PupilId>, YearLine> lines_;
};

struct MarkDifference {
  Noted<OtherMark> theirs;
  Standing ours;
};

/// Those that are still different, newest session first, then by pupil. Faults: those of the store.
[[nodiscard]] Result<std::vector<MarkDifference>> mark_differences(Store& held, SchoolDay first,
                                                                   SchoolDay last);

}  // namespace handbell::reg
