// What a school has decided about its door: read by the kiosk's program, handed to the flow.
//
// Nothing here is a child's. Empty lists mean that nobody is asked.
#pragma once

#include "app/register/door_event.h"
#include "app/register/door_reason.h"

#include <functional>

namespace handbell::kiosk {

/// Who may look a child up without a card (D25, kiosk.lookup).
enum class LookUpUse : std::uint8_t {
  off,
  window,  ///< from an hour before the first children must be in until the last register closes
  always,
};

struct OwnLanguage {
  std::string code;  ///< ISO 639, "pl"
  std::string name;  ///< in itself, "Polski"
};

/// Keyed by whoever owns the keys: no PIN stands anywhere.
using PinHash = std::array<std::uint8_t, 16>;
struct StaffCard {
  reg::CardHash card{};
  PinHash pin{};
};

struct DoorSettings {
  LookUpUse look_up = LookUpUse::window;
  bool going_out = true;
  int patience = 1;  ///< 1 to 4: so many times the usual wait for a touch
  bool read_aloud = false;  ///< a button reads the screen to whoever cannot
  std::vector<reg::DoorReason> late_reasons;
  std::vector<reg::DoorReason> out_reasons;
  std::vector<reg::DoorReason> undo_reasons;  ///< of staff, who take an arrival back
  std::vector<OwnLanguage> languages;
  std::vector<StaffCard> staff;
  std::vector<std::string> faults;  ///< of the machine, in sentences: staff alone see them
  std::function<PinHash(const reg::CardHash&, const std::string& digits)> hash_of_pin;
};

}  // namespace handbell::kiosk
