// What the door saw that nobody has to accept but somebody has to look at: cards of nobody,
// children who were sent to the office, arrivals whose time is not known, and whoever stands there
// and asks for a child (D49).
#pragma once

#include "app/office/today/today.h"

namespace handbell::office {

/// Fills notes and the figure of those sent to the office. `lines`: of both sessions.
void add_notes(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
               const reg::HashOfCard& hash, TodayView& view);

}  // namespace handbell::office
