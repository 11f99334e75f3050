// The page Reports: what the school gives to families, staff, governors and inspectors, counted
// from the register.
//
//   GET /reports          the list of those that this person may open
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes reports_routes();

}  // namespace handbell::office
