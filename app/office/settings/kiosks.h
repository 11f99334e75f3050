// The kiosks of the school: how each is, a code for a new one, and one that is ours no more.
//
//   GET  /settings/kiosks
//   POST /settings/kiosks           name: answers with the code, which is shown this once
//   GET  /settings/kiosks/revoke    ?kiosk=1: asks first
//   POST /settings/kiosks/revoke
#pragma once

#include "app/office/settings/settings_parts.h"
#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes kiosk_routes(const SettingsParts& parts);

}  // namespace handbell::office
