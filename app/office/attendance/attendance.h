// The list of the page Attendance: every child about whom the figures suggest something, those
// first of whom it is new since last week, then the others by missed sessions (D41).
//
// What was dismissed or put off stands apart until it gets worse or its day comes. What tells of
// health is left out for those who may not read its code.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/office/web/visit.h"

namespace handbell::office {

/// Faults: those of reading.
[[nodiscard]] Result<AttendanceView> attendance_view(const Visit& visit, reg::Store& held);

}  // namespace handbell::office
