// The parts of the page Today about what cannot wait, and about who asks for a child.
#pragma once

#include "app/office/page/html.h"
#include "app/office/today/today_view.h"

namespace handbell::office {

/// Red, at the top; its buttons belong to the form "alerts". Empty where nothing waits.
[[nodiscard]] Html alerts_part(const TodayView& view);
[[nodiscard]] Html seen_to_part(const TodayView& view);   ///< empty where nothing was seen to
[[nodiscard]] Html releases_part(const TodayView& view);  ///< empty where nobody waits

}  // namespace handbell::office
