// The addresses of the page Roll call.
//
//   GET  /roll-call         who is in, by class, and whom the phones saw
//   GET  /roll-call/sheet   the same for paper
//   GET  /roll-call/past    those of this school year, with their times
//   POST /roll-call/begin   a drill, or a real one: that empties the doors
//   POST /roll-call/end
//   POST /roll-call/class   the ticks of one class, without scripts
//   POST /roll-call/ticks   what one phone kept
//
// Every class is shown to every teacher: in a fire whoever stands there needs it.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes roll_routes();

}  // namespace handbell::office
