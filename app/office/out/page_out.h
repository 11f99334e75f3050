// The page Out of school: requests first, then who is out, then what was answered.
#pragma once

#include "app/office/out/out_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html out_page(const OutView& view, PageFrame frame);

}  // namespace handbell::office
