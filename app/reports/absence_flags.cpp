#include "app/reports/absence_flags.h"

namespace handbell::reports {

AbsenceFlags absence_flags(const AttendanceCount& count, const AbsenceLimits& limits) {
  const Fraction attendance = count.attendance();
  const Fraction absence = count.absence();
  AbsenceFlags flags;
  flags.below_target = attendance.below(limits.target);
  flags.below_contract = attendance.below(limits.contract);
  flags.persistent = absence.at_least(kPersistentPerThousand);
  flags.severe = absence.at_least(kSeverePerThousand);
  flags.at_risk = absence.at_least(limits.at_risk) && !flags.persistent;
  flags.small_numbers = attendance.whole() > 0 && attendance.whole() < kSmallNumbers;
  return flags;
}

}  // namespace handbell::reports
