// The national figure that the school compares itself with, typed in with its source (P37).
//
//   GET  /reports/national
//   POST /reports/national    value, from, source: head and senior attendance champion
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes national_routes();

}  // namespace handbell::office
