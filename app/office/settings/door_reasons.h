// The three lists of reasons that the door shows, in the school's own words.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

/// GET and POST /settings/reasons: late, out and undo, a line for each reason.
[[nodiscard]] Routes door_reason_routes();

}  // namespace handbell::office
