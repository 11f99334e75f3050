// Classes whose register has not come, on the page Today: ring these first (D23).
#pragma once

#include "app/office/page/html.h"
#include "app/office/today/today.h"

namespace handbell::office {

/// Of the half of the day that it is.
void add_missing(const TodayFacts& facts, TodayView& view);

[[nodiscard]] Html missing_part(const TodayView& view);  ///< empty where all were sent

}  // namespace handbell::office
