// The parts of the page Today about where children are. Every button of theirs belongs to the form
// "seen".
#pragma once

#include "app/office/page/html.h"
#include "app/office/today/today_view.h"

namespace handbell::office {

[[nodiscard]] Html at_door_part(const TodayView& view);  ///< empty where nobody stands there
[[nodiscard]] Html out_part(const TodayView& view);      ///< empty where nobody is out
[[nodiscard]] Html unknown_part(const TodayView& view);  ///< empty where everybody is known of
[[nodiscard]] Html told_part(const TodayView& view);     ///< empty where the office typed nothing

}  // namespace handbell::office
