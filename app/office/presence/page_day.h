// The page of a day's movements and of its close.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/presence/day_view.h"

namespace handbell::office {

[[nodiscard]] Html presence_day_page(const PresenceDayView& view, PageFrame frame);

}  // namespace handbell::office
