// The threshold at which a penalty notice has to be considered: ten sessions of G, N, O or U, in
// any mix, within ten school weeks, from the day of compulsory school age on (D34, D36).
//
// Weeks are whole, from Monday to Sunday, both ends included; they run on over half terms, summer
// holidays and school years. It is worked out anew from the current marks each time, so an N that
// gets its reason falls out. Meeting the threshold obliges the head to consider, case by case;
// nothing follows by itself.
#pragma once

#include "app/register/school_days.h"
#include "app/reports/pupil_years.h"
#include "app/reports/thresholds.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reports {

struct CountedSession {
  SessionId session;
  reg::Code code;
  bool pending = false;  ///< a proposal that no person has accepted yet (D22)
  friend bool operator==(const CountedSession&, const CountedSession&) = default;
};

/// The sessions that met the threshold, and the school weeks in which they lie.
struct PenaltyPeriod {
  SessionId met_at;  ///< with this session the number was reached, or kept
  std::vector<CountedSession> sessions;
  SchoolDay first_monday;  ///< of the first counted session's week
  SchoolDay last_monday;   ///< of the week of met_at, itself included to its Sunday
  int school_weeks = 0;    ///< from the one to the other, 1 to 10
  friend bool operator==(const PenaltyPeriod&, const PenaltyPeriod&) = default;
};

struct PenaltyWindow {
  int most = 0;                         ///< sessions in the fullest ten school weeks
  int now = 0;                          ///< sessions in the ten school weeks up to today's
  std::optional<PenaltyPeriod> first;   ///< when the threshold was first met
  std::optional<PenaltyPeriod> latest;  ///< and at the newest session with which it is met
  /// Sessions with such a mark on days on which school did not meet: they count nowhere, and mark
  /// or calendar is wrong.
  std::vector<CountedSession> on_closed_days;
};

/// `days`: the whole school's. `of_age`: the first day of compulsory school age. Marks after
/// `today` do not count yet.
[[nodiscard]] PenaltyWindow penalty_window(const PupilYears& years, const reg::SchoolDays& days,
                                           SchoolDay of_age, SchoolDay today,
                                           const Thresholds& thresholds = {});

[[nodiscard]] std::string sentence(const PenaltyPeriod& period);

}  // namespace handbell::reports
