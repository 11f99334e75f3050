// The pages of a group: which one, its list to be ticked, and what became of it (D47).
//
// Made for a telephone at the gate: one child a line, a whole line to touch.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/presence/group_view.h"

namespace handbell::office {

[[nodiscard]] Html group_choose_page(const GroupChooseView& view, PageFrame frame);
[[nodiscard]] Html group_tick_page(const GroupTickView& view, PageFrame frame);
[[nodiscard]] Html group_moved_page(const GroupMovedView& view, PageFrame frame);

}  // namespace handbell::office
