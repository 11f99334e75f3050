// When children are away and late: by day of the week, by half of the day, by week, and how many
// minutes they were late (policy 6, 7).
//
// A pattern is counted from the sessions of those children that are asked about, pooled (D33);
// what the door proposed counts as proposed, and how often is counted beside it (D22).
#pragma once

#include "app/reports/attendance_count.h"
#include "app/reports/pupil_years.h"

#include <array>
#include <map>

namespace handbell::reports {

/// Minutes late: up to a quarter of an hour, up to a half, up to three, up to an hour, more.
inline constexpr std::size_t kLateSpans = 5;

struct AttendancePatterns {
  std::array<AttendanceCount, 5> weekdays{};   ///< Monday to Friday
  std::array<AttendanceCount, 2> halves{};     ///< morning, afternoon
  std::map<SchoolDay, AttendanceCount> weeks;  ///< by their Monday
  std::array<int, kLateSpans> late{};          ///< L and U with known minutes
  int late_unknown = 0;                        ///< L and U without
  AttendanceCount all;
  friend bool operator==(const AttendancePatterns&, const AttendancePatterns&) = default;
};

/// 0: under 15 minutes, 1: under 30 and so on; 4: an hour or more.
[[nodiscard]] std::size_t late_span(int minutes);

/// Adds one child's sessions within the range.
void add_to(AttendancePatterns& patterns, const PupilYears& years, const DateRange& range);

}  // namespace handbell::reports
