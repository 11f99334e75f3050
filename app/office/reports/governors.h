// The termly report for governors, which names nobody (P37, P38).
//
//   GET /reports/governors?term=YYYY-MM-DD|year&as=csv|pdf     the term's first day
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes governor_routes();

}  // namespace handbell::office
