// "Leave the building": who said so and when, and who ended it.
//
// Every call is kept. While the newest says so, each kiosk shows nothing else; names stand on the
// office's page, on telephones and on paper.
#pragma once

#include "app/register/mark.h"

namespace handbell::reg {

struct EvacuationCall {
  bool on = false;
  Instant at;
  Author by;
  friend bool operator==(const EvacuationCall&, const EvacuationCall&) = default;
};

}  // namespace handbell::reg
