#include "app/register/clock_trust.h"

#include <cstdlib>

namespace handbell::reg {

bool is_trusted(Instant wall, const ClockEvidence& evidence) {
  constexpr std::int64_t kBehindEvents = 120'000;
  constexpr std::int64_t kFromOffice = 60'000;
  if (wall < evidence.not_before) return false;
  if (evidence.newest_event && (*evidence.newest_event - wall).count > kBehindEvents) return false;
  if (evidence.ahead_of_office) return std::abs(evidence.ahead_of_office->count) <= kFromOffice;
  return evidence.time_service_synced;
}

}  // namespace handbell::reg
