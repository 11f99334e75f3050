// Which limits a child's figures have crossed: the school's target, the contract's limit, at risk
// of persistent absence, persistently absent, severely absent (policy 5 and 6, appendix 4).
//
// A child who misses half or more is persistent and severe both (D43). Each limit is compared in
// whole numbers (D30); where no session was possible no flag stands (D32). A flag suggests that
// somebody looks; it decides nothing.
#pragma once

#include "app/reports/attendance_count.h"
#include "app/reports/thresholds.h"

namespace handbell::reports {

struct AbsenceFlags {
  bool below_target = false;
  bool below_contract = false;
  bool at_risk = false;
  bool persistent = false;
  bool severe = false;
  bool small_numbers = false;  ///< some, but under 60 possible sessions: shown, never hidden (D41)
  friend bool operator==(const AbsenceFlags&, const AbsenceFlags&) = default;
};

[[nodiscard]] AbsenceFlags absence_flags(const AttendanceCount& count,
                                         const Thresholds& thresholds = {});

}  // namespace handbell::reports
