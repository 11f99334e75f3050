// The parts of the page Today that change while it is looked at.
#pragma once

#include "app/office/page/html.h"
#include "app/office/today/today_view.h"

namespace handbell::office {

[[nodiscard]] Html faults_part(const TodayView& view);     ///< empty where all is well
[[nodiscard]] Html left_over_part(const TodayView& view);  ///< of an earlier day; mostly empty
[[nodiscard]] Html conflicts_part(const TodayView& view);  ///< empty where there are none
[[nodiscard]] Html waiting_part(const TodayView& view);
[[nodiscard]] Html accepted_part(const TodayView& view);
[[nodiscard]] Html notes_part(const TodayView& view);
[[nodiscard]] Html kiosks_part(const TodayView& view);

}  // namespace handbell::office
