// The class figures of a week, to paste into the newsletter and the overview for staff (P40).
//
//   GET /reports/week?day=YYYY-MM-DD&as=csv|pdf
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes week_routes();

}  // namespace handbell::office
