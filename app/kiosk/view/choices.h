// The choices of a screen as buttons: class animals, months, names, reasons, languages.
#pragma once

#include "app/kiosk/view/grid.h"

namespace handbell::kiosk {

/// Into `box`. What has no room at the least size of a button is counted under them: "+ 3".
void add_choices(Draft& draft, const Box& box, const CellRule& rule);

/// Children as pictures with names, which cannot be pressed.
void add_children(Draft& draft, const Box& box, const std::vector<ResultFor>& children);

}  // namespace handbell::kiosk
