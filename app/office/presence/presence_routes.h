// The addresses of the page Presence.
//
//   GET  /presence         who is where; ?on=YYYY-MM-DD, ?at=10:15, ?class=, ?place=
//   POST /presence         the same, by a part of a name (which stands in no address)
//   GET  /presence/group   a group in or out (D47): which, whose list, ticks
//   POST /presence/ticks   the list with all or nobody ticked; writes nothing
//   POST /presence/group   whoever is ticked moves
//   GET  /presence/moved   afterwards: who was not ticked
//   POST /presence/undo    what was told is taken back
//   GET  /presence/day     movements, who is still here late, whom the close put out; ?on=
//   POST /presence/day     one child was collected
//   GET  /presence/child   one child's day, every fact of it; ?pupil=, ?on=
//   POST /presence/child   seen, or left
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes presence_routes();

}  // namespace handbell::office
