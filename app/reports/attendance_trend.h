// How a child's attendance went over the year: month by month, or week by week, and the year before
// beside it (policy 6 and 7).
//
// Sessions of a month or week are pooled (D33). Where none was possible there is a gap, never a
// nought (D32).
#pragma once

#include "app/reports/attendance_count.h"
#include "app/reports/pupil_years.h"

#include <string>
#include <vector>

namespace handbell::reports {

enum class TrendStep : std::uint8_t { week, month };

struct TrendPoint {
  DateRange days;  ///< cut where the range begins or ends
  AttendanceCount count;
  friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

/// The pupil's sessions of these days, proposals counted as what they propose.
[[nodiscard]] AttendanceCount count_within(const PupilYears& years, const DateRange& days);

/// One point for each calendar month, or for each week from Monday to Sunday, that the range
/// touches, in order.
[[nodiscard]] std::vector<TrendPoint> trend(const PupilYears& years, const DateRange& range,
                                            TrendStep step);

/// "September", "January"; a week by its Monday, "12 January".
[[nodiscard]] std::string name_of(const TrendPoint& point, TrendStep step);

/// The school year before the one in which `today` lies.
[[nodiscard]] DateRange last_school_year(SchoolDay today);

}  // namespace handbell::reports
