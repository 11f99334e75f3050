// Which register is the legal one, from which day on, set by whom and why (D50).
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

/// GET and POST /settings/legal: value, from, reason. Everybody who comes here reads it, the head
/// sets it.
[[nodiscard]] Routes legal_register_routes();

}  // namespace handbell::office
