// How long the text of each kind of entry is kept (D51), from its class and the day it was written.
#pragma once

#include "app/journal/entry.h"
#include "app/register/retention.h"

namespace handbell::journal {

/// A kiosk removes what the office has held for so many whole days (D51).
inline constexpr int kJournalDays = 7;

/// The last day on which it is kept: six years for the register and its evidence (D39); else to the
/// end of the next school year (31 August); 90 days for look-ups; 366 days
/// for who read what. The last day there is where the moment lies outside the calendar.
[[nodiscard]] SchoolDay kept_through(Retention retention, Instant made);

}  // namespace handbell::journal
