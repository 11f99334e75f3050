// Dates of tests, as they are written.
#pragma once

#include "app/register/calendar.h"

#include <string_view>

namespace handbell::reg {

/// "2026-01-12"
[[nodiscard]] inline SchoolDay day(std::string_view text) { return *SchoolDay::parse(text); }

[[nodiscard]] inline Period period(PeriodKind kind, std::string_view from, std::string_view to) {
  return {day(from), day(to), kind, "x", {}};
}

}  // namespace handbell::reg
