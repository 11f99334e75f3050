// The addresses of the pages about pupils.
//
//   GET  /pupils                 find one, or a class; POST the same with a name, which stands in
//   no
//                                address
//   GET  /pupils/one             ?pupil=ID&year=2025
//   GET  /pupils/mark            ?pupil=ID&day=YYYY-MM-DD&session=am: the history of one mark
//   POST /pupils/mark            an entry or an amendment
//   POST /pupils/card, /pupils/card/revoke
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes pupil_routes();

}  // namespace handbell::office
