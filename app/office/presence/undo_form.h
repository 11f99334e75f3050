// What was told of where children are was an error: another entry takes it back.
#pragma once

#include "app/office/presence/presence_day.h"

namespace handbell::office {

/// Fields `day`, `entry`; `journal` where the door saw it; `reason` where one was typed. The
/// sentence that the next page says, or empty where this person cannot take it back. Faults: those
/// of the store.
[[nodiscard]] Result<std::string> take_back_told(const Visit& visit, store::Register& held,
                                                 const PresenceDay& day);

}  // namespace handbell::office
