// The page Roll call.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/roll/roll_view.h"

namespace handbell::office {

[[nodiscard]] Html roll_page(const RollView& view, PageFrame frame);

}  // namespace handbell::office
