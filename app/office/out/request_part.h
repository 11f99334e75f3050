// One request for a child, or for siblings, and what the office may answer next.
#pragma once

#include "app/office/out/out_parts.h"

namespace handbell::office {

/// `may_write`: whether this person answers, or reads only.
[[nodiscard]] Html request_part(const OutRequest& request, bool may_write, const PageFrame& frame);

}  // namespace handbell::office
