// Every child's marks and pending proposals, ready to be counted over any dates.
//
// The register gives one line for each child and school year, and the door's proposals that nobody
// has accepted yet. In which order they come makes no difference to any figure.
#pragma once

#include "app/reports/attendance_count.h"
#include "app/reports/proposal.h"

#include <vector>

namespace handbell::reports {

class PupilFigures {
 public:
  /// Invariant: one line for a pupil and school year. Of two proposals for a session one counts.
  PupilFigures(std::vector<reg::YearLine> lines, std::vector<Proposal> pending);

  /// A child whom nothing is known of has no marks.
  [[nodiscard]] AttendanceCount of(PupilId pupil, const DateRange& range) const;
  /// Everybody with a line or a proposal, rising.
  [[nodiscard]] std::vector<PupilId> pupils() const;

 private:
  [[nodiscard]] std::optional<reg::Standing> standing_at(PupilId pupil, SessionId session) const;

  std::vector<reg::YearLine> lines_;  ///< by pupil, then year
  std::vector<Proposal> pending_;     ///< by pupil, then session
};

}  // namespace handbell::reports
