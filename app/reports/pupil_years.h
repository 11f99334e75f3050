// One pupil's register over the years, as lists are counted from it.
//
// Beside the current marks stand the proposals that wait for a person: each counts as what it
// proposes, in place of nothing or of an N or O, and is known as pending wherever it is shown
// (D22). What a person wrote otherwise stays.
#pragma once

#include "app/reports/proposal.h"

#include <set>
#include <vector>

namespace handbell::reports {

class PupilYears {
 public:
  /// The lines in any order. Invariant: all are this pupil's, each year once, the proposals too.
  PupilYears(PupilId pupil, std::vector<reg::YearLine> lines,
             const std::vector<Proposal>& pending = {});

  [[nodiscard]] PupilId pupil() const { return pupil_; }
  [[nodiscard]] std::optional<reg::Standing> at(SessionId session) const;
  [[nodiscard]] const std::vector<reg::YearLine>& lines() const { return lines_; }  ///< by year
  [[nodiscard]] bool is_pending(SessionId session) const { return pending_.contains(session); }
  [[nodiscard]] const std::set<SessionId>& pending() const { return pending_; }

  /// Calls `visit(SessionId, Standing)` for each mark from `from` to `to` (both included), in
  /// order, across the years.
  template <class Visit>
  void each(SchoolDay from, SchoolDay to, Visit visit) const {
    for (const reg::YearLine& line : lines_) line.each(from, to, visit);
  }
  /// The same from the first year on.
  template <class Visit>
  void each_until(SchoolDay to, Visit visit) const {
    for (const reg::YearLine& line : lines_) {
      line.each(reg::first_day_of(line.school_year()), to, visit);
    }
  }

 private:
  reg::YearLine& line_of(int school_year);

  PupilId pupil_;
  std::vector<reg::YearLine> lines_;  ///< by year, rising
  std::set<SessionId> pending_;
};

}  // namespace handbell::reports
