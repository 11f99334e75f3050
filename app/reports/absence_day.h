// On which day of an absence a child is: day one is the first school day on which nobody saw it
// (D42).
//
// A day counts if none of its possible sessions was attended and none is U: a child that came
// late was seen. Days without a possible session (X in both halves, a closure, Y, no mark at all)
// neither count nor end the absence. Today is judged by the morning alone, because the office
// asks at nine.
#pragma once

#include "app/register/school_days.h"
#include "app/reports/pupil_years.h"

#include <optional>

namespace handbell::reports {

struct Absence {
  int day = 0;                      ///< 0: the child was seen
  std::optional<SchoolDay> since;   ///< day one
  std::optional<reg::Code> newest;  ///< the newest absent mark: is the reason known?
  bool today_marked = false;        ///< today's morning is among the counted days

  /// The reason is established: the newest mark is neither N nor O.
  [[nodiscard]] bool reason_known() const { return newest && !newest->gives_way(); }
  friend bool operator==(const Absence&, const Absence&) = default;
};

/// The absence that stands today. Where this morning has no mark yet, the one that stood when the
/// last school day ended: ringing a family then is day + 1.
[[nodiscard]] Absence absence_on(const PupilYears& years, const reg::SchoolDays& days,
                                 SchoolDay today);

}  // namespace handbell::reports
