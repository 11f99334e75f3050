// The children who miss the most: at risk, persistently absent, severely absent (policy 6).
//
// Year to date, from 1 September or the day on which the child came to us, and of those alone who
// are on roll today (D43). A child with half or more missed stands in both lists. Those who missed
// most sessions come first, and small numbers are tagged, never left out (D41).
#pragma once

#include "app/register/school.h"
#include "app/reports/absence_flags.h"
#include "app/reports/pupil_figures.h"

namespace handbell::reports {

struct AbsenceLine {
  PupilId pupil;
  AttendanceCount count;
  AbsenceFlags flags;
  friend bool operator==(const AbsenceLine&, const AbsenceLine&) = default;
};

struct AbsenceList {
  std::vector<AbsenceLine> at_risk;
  std::vector<AbsenceLine> persistent;
  std::vector<AbsenceLine> severe;
  int pupils = 0;  ///< on roll today with a possible session

  /// The share of children, as the DfE publishes it.
  [[nodiscard]] Fraction share_persistent() const;
  [[nodiscard]] Fraction share_severe() const;
};

struct AbsenceLists {
  AbsenceList school;   ///< Reception and Key Stage 1
  AbsenceList nursery;  ///< for the office alone (D46)
};

[[nodiscard]] AbsenceLists absence_lists(const reg::School& school, const PupilFigures& figures,
                                         SchoolDay today, const Thresholds& thresholds = {});

}  // namespace handbell::reports
