// Two school years of marks for an invented school: the year that is asked for, and the one before.
//
// Children are late as often as in England's primary schools, illness comes in waves, and some have
// a story: two who miss much, a family on holiday from the last days of July into September, a
// child who turns five in the year. The same school, seed and year: the same marks on every
// machine.
#pragma once

#include "app/invent/invented_school.h"

#include <optional>
#include <vector>

namespace handbell::invent {

struct YearMark {
  PupilId pupil;
  SessionId session;
  reg::Code code;
  std::optional<int> minutes_late;  ///< with L and U
  friend bool operator==(const YearMark&, const YearMark&) = default;
};

/// Who has a story of their own.
struct YearCast {
  std::vector<PupilId> persistent;      ///< two, who miss a tenth or more of each year
  std::vector<PupilId> holiday_family;  ///< over the threshold of a penalty across the summer
  std::optional<PupilId> turning_five;  ///< away before and after the first day of school age
};

struct AttendanceYear {
  std::vector<YearMark> marks;  ///< by session, then pupil
  YearCast cast;
};

/// L and U of ten thousand possible sessions, as the DfE counted in primary schools.
inline constexpr int kLateShare = 112;
inline constexpr int kLateAfterCloseShare = 17;

/// The school's calendar with the school year before `year` in it.
[[nodiscard]] reg::Calendar with_year_before(const reg::Calendar& calendar, int year);

/// `school`: its calendar has both years. Each expected session of the two years has a mark.
[[nodiscard]] AttendanceYear attendance_year(const reg::School& school, std::uint64_t seed,
                                             int year);

}  // namespace handbell::invent
