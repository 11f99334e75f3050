// One session of the register: the morning or the afternoon of one day.
#pragma once

#include "app/base/school_day.h"

#include <compare>

namespace handbell {

enum class Half : std::uint8_t { am = 0, pm = 1 };

[[nodiscard]] Result<Half> parse_half(std::string_view text);  ///< "am", "PM". Fault: bad_session.
[[nodiscard]] std::string_view text_of(Half half);             ///< "am" or "pm"

struct SessionId {
  SchoolDay day;
  Half half = Half::am;

  [[nodiscard]] std::string text() const;  ///< "2026-01-12 am"
  friend auto operator<=>(const SessionId&, const SessionId&) = default;
};

}  // namespace handbell
