#include "app/register/clock_trust.h"

#include <algorithm>
#include <cstdlib>

namespace handbell::reg {

Millis ahead_of_office(Instant sent, Instant office, Instant heard) {
  if (office < sent && office < heard) return std::min(sent, heard) - office;
  if (sent < office && heard < office) return std::max(sent, heard) - office;
  return Millis{0};
}

bool is_trusted(Instant wall, const ClockEvidence& evidence) {
  constexpr std::int64_t kBehindEvents = 120'000;
  constexpr std::int64_t kFromOffice = 60'000;
  if (wall < evidence.not_before) return false;
  if (evidence.newest_event && (*evidence.newest_event - wall).count > kBehindEvents) return false;
  if (evidence.ahead_of_office) return std::abs(evidence.ahead_of_office->count) <= kFromOffice;
  return evidence.time_service_synced;
}

}  // namespace handbell::reg
