// The list of the page Attendance: counts as filters on top, what is new, the rest, small numbers,
// and what was set aside.
#pragma once

#include "app/office/attendance/attendance_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html attendance_page(const AttendanceView& view, PageFrame frame);

/// A suggestion's coloured word, "new" behind it and whose it is; each sentence below.
[[nodiscard]] Html reason_words(const SuggestionLine& line);

}  // namespace handbell::office
