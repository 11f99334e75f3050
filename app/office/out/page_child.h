// The page of one child who goes, or is to be collected by somebody else, today.
#pragma once

#include "app/office/out/out_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html out_child_page(const OutChildView& view, bool may_write, PageFrame frame);

}  // namespace handbell::office
