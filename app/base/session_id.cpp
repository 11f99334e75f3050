#include "app/base/session_id.h"

#include "app/base/text.h"

namespace handbell {

Result<Half> parse_half(std::string_view text) {
  const std::string lower = ascii_lower(trimmed(text));
  if (lower == "am") return Half::am;
  if (lower == "pm") return Half::pm;
  return fail(FaultCode::bad_session, std::string(text));
}

std::string_view text_of(Half half) { return half == Half::am ? "am" : "pm"; }

std::string SessionId::text() const { return day.text() + " " + std::string(text_of(half)); }

}  // namespace handbell
