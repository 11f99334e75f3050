// Who read what, as the text of an entry of the audit's history (assets/docs/formats.md, "Reads and
// exports").
#pragma once

#include "app/journal/entry.h"
#include "app/register/reading.h"

namespace handbell::journal {

/// Kept for one year (D51).
[[nodiscard]] Draft draft_of(const reg::Reading& reading);

/// Fault: entry_garbled with the entry's number.
[[nodiscard]] Result<reg::Reading> reading_of(const Entry& entry);

}  // namespace handbell::journal
