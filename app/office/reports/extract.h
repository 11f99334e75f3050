// A dated extract of the register for an inspector or an officer of the local authority: to read,
// never to change.
//
//   GET /reports/extract?from=&to=&class=&as=csv|pdf
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes extract_routes();

}  // namespace handbell::office
