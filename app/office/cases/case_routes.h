// Cases of children whose absence is followed up (policy 4.2, 5 and 6). Who reads one is taken down
// each time.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes case_routes();

}  // namespace handbell::office
