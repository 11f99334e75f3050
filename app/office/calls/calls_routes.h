// The addresses of the page Calls: office and head write, champion and DSL read.
//
//   GET  /calls                today's list
//   POST /calls/attempt        a call to a family
//   POST /calls/class          a call to a class (D23)
//   POST /calls/missing        N for who is missing, as ticked
//   POST /calls/seen           a child at the door was seen (D10)
//   POST /calls/undo           a call was typed in error
//   POST /calls/absence        the reason of an absence (D04)
//   POST /calls/absence/undo   the reason was an error
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes calls_routes();

}  // namespace handbell::office
