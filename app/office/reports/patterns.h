// When and where children are away and late, for whoever follows it up (policy 6, 7).
//
//   GET /reports/patterns?from=&to=&class=&year=&group=&as=csv|pdf
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes pattern_routes();

}  // namespace handbell::office
