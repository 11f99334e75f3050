// The page Reconcile: teacher, door and office side by side, and one click to settle.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/reconcile/reconcile_view.h"

namespace handbell::office {

[[nodiscard]] Html reconcile_page(const ReconcileView& view, PageFrame frame);

}  // namespace handbell::office
