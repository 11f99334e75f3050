// The page Figures: attendance without names, for governors and the head.
//
//   GET /figures?of=day|week|term
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes figures_routes();

}  // namespace handbell::office
