// The addresses of the page Reconcile, for the office and the head.
//
//   GET  /reconcile          today's, or /reconcile?on=YYYY-MM-DD
//   POST /reconcile/settle   one child: as suggested, or with another mark and reason
//   POST /reconcile/undo     the mark before the settlement, as another entry
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes reconcile_routes();

}  // namespace handbell::office
