// Where the children are on the page Today: who came and was seen by nobody yet, who is out, of
// whom nothing is known, and what the office typed (D10, D29).
#pragma once

#include "app/office/today/today.h"

namespace handbell::office {

/// Fills tiles and lists of presence; nothing on another day than today. `lines`: of both sessions.
void add_presence(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
                  TodayView& view);

}  // namespace handbell::office
