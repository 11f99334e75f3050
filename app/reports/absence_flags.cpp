#include "app/reports/absence_flags.h"

namespace handbell::reports {

AbsenceFlags absence_flags(const AttendanceCount& count, const Thresholds& thresholds) {
  const Fraction attendance = count.attendance();
  const Fraction absence = count.absence();
  AbsenceFlags flags;
  flags.below_target = attendance.below(thresholds.target_per_mille);
  flags.below_contract = attendance.below(thresholds.contract_per_mille);
  flags.persistent = absence.at_least(thresholds.persistent_per_mille);
  flags.severe = absence.at_least(thresholds.severe_per_mille);
  flags.at_risk = absence.at_least(thresholds.at_risk_per_mille) && !flags.persistent;
  flags.small_numbers =
      attendance.whole() > 0 && attendance.whole() < thresholds.small_number_sessions;
  return flags;
}

}  // namespace handbell::reports
