// The page of differences as HTML.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/reconcile/differences_view.h"

namespace handbell::office {

[[nodiscard]] Html differences_page(const DifferencesView& view, PageFrame frame);

}  // namespace handbell::office
