// Children whom staff handed over at a door today, as the office judges it afterwards (D49).
//
// The door judged by the book that it had. Where the office knows better, or knew meanwhile, the
// page says so: nothing is taken back by itself.
#pragma once

#include "app/register/release.h"
#include "app/store/register.h"

namespace handbell::office {

struct DoorGoing {
  reg::Release release;     ///< with `at_door`
  std::string by;           ///< "R Patel"; reg::kUnknownStaffCard
  bool of_office = false;   ///< nobody but the office may hand this child over
  bool refused = false;     ///< the office had refused the request, or another of the same child
                            ///< and had not granted this one
  bool card_known = false;  ///< somebody held the card on that day
};

/// "Handed over to Mum at the door at 13:02 by R Patel, photo ID."
[[nodiscard]] std::string going_words(const DoorGoing& going);

/// Of the releases of a day. Reads nothing where there are none. Faults: those of reading.
[[nodiscard]] Result<std::vector<DoorGoing>> door_goings(store::Register& held,
                                                         const std::vector<reg::Release>& releases);

}  // namespace handbell::office
