// Changing what is entered about a pupil: language, the flags of the door (D53), the family.
//
//   GET  /pupils/edit      ?pupil=ID
//   POST /pupils/edit      language, flag (several)
//   POST /pupils/family    other and as=join, or as=leave
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes pupil_edit_routes();

}  // namespace handbell::office
