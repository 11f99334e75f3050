// The roll calls of the school year, with their times: what a fire log asks for.
#pragma once

#include "app/office/roll/roll.h"

namespace handbell::office {

/// The newest first. Faults: those of reading.
[[nodiscard]] Result<std::vector<PastRoll>> past_rolls(const Visit& visit, store::Register& held);

}  // namespace handbell::office
