// Everything that is held about one child, for whoever asks to see it (formats F10): one zip with a
// page to print, a JSON and a CSV for each table, names of others taken out.
//
// A person reads it before it is handed over; the page says first which words are taken out. For
// headteacher and DSL, and written down.
//
//   GET  /pupils/copy    ?pupil=ID
//   POST /pupils/copy    pupil, asked-by, names (words to be left in), as=look|zip
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes pupil_copy_routes();

}  // namespace handbell::office
