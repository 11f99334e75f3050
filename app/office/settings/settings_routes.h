// The page Settings: what is set, what is missing, and the way to each part.
#pragma once

#include "app/office/settings/settings_parts.h"
#include "app/office/web/route.h"

namespace handbell::office {

/// GET /settings and all that stands below it.
[[nodiscard]] Routes settings_routes(const SettingsParts& parts);

}  // namespace handbell::office
