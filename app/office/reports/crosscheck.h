// What the school census will ask of the other system, counted here (formats F9).
//
//   GET /reports/crosscheck?year=2025&as=csv
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes crosscheck_routes();

}  // namespace handbell::office
