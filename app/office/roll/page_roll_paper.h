// What of the roll call goes on paper: the sheet to tick by pen, and the roll calls that were held.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/roll/roll_view.h"

namespace handbell::office {

[[nodiscard]] Html roll_sheet_page(const RollView& view, PageFrame frame);
[[nodiscard]] Html past_rolls_page(const std::vector<PastRoll>& past, PageFrame frame);

}  // namespace handbell::office
