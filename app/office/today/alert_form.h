// "Seen to": somebody answers for an urgent alert.
#pragma once

#include "app/office/web/visit.h"
#include "app/store/register.h"

namespace handbell::office {

/// The sentence that the page says; what somebody else saw to meanwhile is not kept twice. Faults:
/// those of the store.
[[nodiscard]] Result<std::string> see_to_alert(const Visit& visit, store::Register& held);

}  // namespace handbell::office
