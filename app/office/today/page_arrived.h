// The pages "Arrived" and "Going out" for one family.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/today/desk_view.h"

namespace handbell::office {

/// `look_again`: the marks are others than those that were said before.
[[nodiscard]] Html arrived_page(const ArrivedView& view, bool look_again, PageFrame frame);
[[nodiscard]] Html going_page(const GoingView& view, PageFrame frame);

}  // namespace handbell::office
