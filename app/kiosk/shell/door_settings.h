// What this machine's file, its words and what was wrong with them say about the door, as the flow
// takes it.
#pragma once

#include "app/base/site_config.h"
#include "app/journal/kiosk_identity.h"
#include "app/kiosk/flow/settings.h"
#include "app/kiosk/paint/look_files.h"

namespace handbell::kiosk {

/// Every language whose words could be read and that says what it calls itself is offered: those
/// that the entrance speaks to everybody first, English before them.
/// `card_key`: of the school, to try a member of staff's PIN.
[[nodiscard]] DoorSettings door_settings_of(const SiteConfig& config, const LookFiles& look,
                                            const journal::KioskKey& card_key);

}  // namespace handbell::kiosk
