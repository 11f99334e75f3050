// Adding, changing, moving and removing whom the school rings about a child.
//
//   GET  /pupils/contact    ?pupil=ID&place=1; without a place: a new one
//   POST /pupils/contact    as=save or as=remove
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes contact_routes();

}  // namespace handbell::office
