// The numbers at which the office is asked to look: each with the place where it is written.
//
// The law's numbers and the policy's stand here once; a school changes the policy's by a dated
// setting, and the lists take what they are given. Reaching a number makes a suggestion to a
// person and nothing else.
#pragma once

#include "app/base/instant.h"

namespace handbell::reports {

struct Thresholds {
  int penalty_sessions = 10;  ///< G N O U (D34; national framework of August 2024)
  int penalty_weeks = 10;     ///< school weeks
  int penalty_years = 3;      ///< how long a notice counts (D37; policy 4.2)
  int n_school_days = 5;      ///< regulation 10(7) to (9) (D35)

  int day_three = 3;               ///< stage two (policy 5)
  int week_two_day = 6;            ///< stage three: sixth school day of one absence (D40)
  int target_per_mille = 965;      ///< stage three: below 96.5 % (policy 5, Appendix 1)
  int close_to_per_mille = 970;    ///< stage three: close to it, below 97.0 % (D40)
  int contract_per_mille = 950;    ///< stage four: below 95 % (policy 5)
  int contract_sessions = 20;      ///< stage four: more than ten days in the year
  int small_number_sessions = 60;  ///< below it a percentage says little (D41)

  int at_risk_per_mille = 70;      ///< absent: from here until persistent (P33)
  int persistent_per_mille = 100;  ///< absent, the DfE's measure (policy 6, D43)
  int severe_per_mille = 500;

  int without_leave_sessions = 20;  ///< ten school days in a row (rules.md 2, row 17; P57)
  int illness_sessions = 30;        ///< fifteen school days in the year (row 18; P54, P57)

  Millis seen_in_class_within = minutes(10);  ///< after a tap at the door (D10)
};

}  // namespace handbell::reports
