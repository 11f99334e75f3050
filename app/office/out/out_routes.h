// The addresses of the page Out of school: office and head write, DSL and champion read.
//
//   GET  /out                    requests, who is out, who may collect for one day
//   POST /out/find               children by name
//   GET  /out/child              one child, by number
//   POST /out/tell, /out/grant, /out/hand-over, /out/refuse     answers to a request
//   POST /out/child              granted or handed over without a request at the door
//   POST /out/undo               a step was typed in error
//   POST /out/back               a child is back
//   POST /out/collector, /out/collector/undo                    who may collect for one day
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes out_routes();

}  // namespace handbell::office
