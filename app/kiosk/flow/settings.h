// How this machine's door behaves: read by the kiosk's program, handed to the flow.
//
// Nothing here is a child's. What the office decides (reasons, staff cards, "leave the building")
// comes with the door book.
#pragma once

#include "app/register/door_book.h"

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

struct DoorSettings {
  LookUpUse look_up = LookUpUse::window;
  bool going_out = true;
  int patience = 1;           ///< 1 to 4: so many times the usual wait for a touch
  bool prints_slips = false;  ///< of who comes late, for the teacher
  bool read_aloud = false;    ///< a button reads the screen to whoever cannot
  std::vector<OwnLanguage> languages;
  std::vector<std::string> faults;  ///< of the machine, in sentences: staff alone see them
  /// With the school's card key; none: no staff card opens anything.
  std::function<reg::PinHash(const reg::CardHash&, const std::string& digits)> hash_of_pin;
};

}  // namespace handbell::kiosk
