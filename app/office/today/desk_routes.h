// The addresses of what the office types on Today: /today/arrived, /today/going,
// /today/paper.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes desk_routes();

}  // namespace handbell::office
