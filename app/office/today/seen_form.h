// One touch on the page Today: a child was seen, a child is back, or what was typed was an error.
//
// Each is an entry of presence and never a mark. What somebody else did meanwhile is said and not
// done twice.
#pragma once

#include "app/office/web/visit.h"
#include "app/store/register.h"

namespace handbell::office {

/// The sentence that the page says; empty where the form names nobody. Faults: those of the store.
[[nodiscard]] Result<std::string> tell_seen(const Visit& visit, store::Register& held);

}  // namespace handbell::office
