// Taking in lists from other programs: looked at first, taken whole or not at all.
//
//   GET  /settings/import         ?what=pupils
//   POST /settings/import/look    what, file; or text and text-name, and means-N for headings
//   POST /settings/import         the same, and takes it
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes import_routes();

/// How large the body of a request to this path may be.
[[nodiscard]] std::uint64_t largest_body(const std::string& path);

}  // namespace handbell::office
