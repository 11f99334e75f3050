// What the other register says is entered into ours, by a person and with where it came from (D50).
#pragma once

#include "app/office/web/visit.h"
#include "app/store/register.h"

namespace handbell::office {

/// POST /reconcile/differences. Nothing is entered where either side changed since the page was
/// shown.
[[nodiscard]] Result<Answer> take_theirs(const Visit& visit, store::Register& held);

/// GET /reconcile/differences, of this school year or of `?year=2024`.
[[nodiscard]] Result<Answer> show_differences(const Visit& visit, store::Register& held);

}  // namespace handbell::office
