// The top of the page Roll call: what runs, who is missing, and how it begins and ends.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/roll/roll_view.h"

namespace handbell::office {

/// "37 of 40 seen", and the forms that begin or end it.
[[nodiscard]] Html roll_state(const RollView& view, const PageFrame& frame);
/// Who was not seen yet, once somebody was.
[[nodiscard]] Html roll_missing(const RollView& view);

}  // namespace handbell::office
