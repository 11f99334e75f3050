// Copies of the register, and what need not be kept any more (D39, D51).
//
//   GET  /settings/keep
//   POST /settings/keep/copy     makes a checked copy beside the register
//   POST /settings/keep/erase    the head approves by name; sure=yes
#pragma once

#include "app/office/settings/settings_parts.h"
#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes keep_routes(const SettingsParts& parts);

}  // namespace handbell::office
