// The register's marks as a list for another program or a person (formats F4).
//
//   GET  /settings/export
//   POST /settings/export    from, to, which: answers with the file
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes export_routes();

}  // namespace handbell::office
