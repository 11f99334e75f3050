// The addresses of absence and leave, and who may ask for them.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes absence_routes();

}  // namespace handbell::office
