// The page of one child's day.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/presence/child_view.h"

namespace handbell::office {

[[nodiscard]] Html child_day_page(const ChildDayView& view, PageFrame frame);

}  // namespace handbell::office
