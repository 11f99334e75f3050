// What the local authority is told of: long absences without leave, and long illness.
//
//   without leave   20 possible sessions in a row of G, N, O or U: ten school days (P57)
//   illness         30 sessions of I in the school year, in one run or added up: fifteen school
//                   days; or fewer, if the child is expected to miss the rest (P54)
//
// Both from compulsory school age on (D36). Sessions that are not possible and sessions without a
// mark neither count nor end a run. The head sends the return; this is the list for it.
#pragma once

#include "app/register/school_days.h"
#include "app/reports/pupil_years.h"
#include "app/reports/thresholds.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reports {

/// Absent sessions of one kind with none of another between them.
struct AbsenceRun {
  SessionId first;
  SessionId last;
  int sessions = 0;
  int pending = 0;                   ///< of them proposals that no person has accepted (D22)
  std::optional<SessionId> reached;  ///< the session that brought it to the number, if one did
  bool goes_on = false;              ///< no other mark came behind it
  friend bool operator==(const AbsenceRun&, const AbsenceRun&) = default;
};

/// The runs that reached the number, oldest first; they run on over holidays and school years. A
/// monthly return takes those whose `reached` lies in its month, or that still go on.
[[nodiscard]] std::vector<AbsenceRun> long_absences_without_leave(
    const PupilYears& years, const reg::SchoolDays& days, SchoolDay of_age, SchoolDay today,
    const Thresholds& thresholds = {});

struct IllnessYear {
  int sessions = 0;  ///< of I, from 1 September
  int needed = 0;
  std::optional<SessionId> reached;  ///< the session that brought the year to the number
  std::vector<AbsenceRun> runs;      ///< each continuous illness: one notice each
  /// `expected`: sessions that a person expects the child to miss still.
  [[nodiscard]] bool is_due(int expected = 0) const { return sessions + expected >= needed; }
};

/// The school year in which `today` lies.
[[nodiscard]] IllnessYear illness_in_year(const PupilYears& years, const reg::SchoolDays& days,
                                          SchoolDay of_age, SchoolDay today,
                                          const Thresholds& thresholds = {});

[[nodiscard]] std::string sentence_without_leave(const AbsenceRun& run);
[[nodiscard]] std::string sentence(const IllnessYear& illness);

}  // namespace handbell::reports
