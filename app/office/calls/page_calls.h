// The page Calls: classes to ring first, then children, and the log of what came of it.
#pragma once

#include "app/office/calls/calls_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html calls_page(const CallsView& view, PageFrame frame);

}  // namespace handbell::office
