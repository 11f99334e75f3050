// One line a child for the written report at the end of the year (policy 3.6; P17).
//
//   GET /reports/annual?year=2025&class=Owls&as=csv|pdf     a class teacher: the own classes
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes annual_routes();

}  // namespace handbell::office
