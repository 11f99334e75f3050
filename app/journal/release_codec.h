// An answer to who asks for a child, as the text of a register's entry (assets/docs/formats.md,
// "Texts of the register").
#pragma once

#include "app/journal/entry.h"
#include "app/register/release.h"

namespace handbell::journal {

/// Kept the current school year and one (D51). `at`: when it was typed.
[[nodiscard]] Draft draft_of(const reg::ReleaseAnswer& answer, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::ReleaseGiven> release_of(const Entry& entry);

}  // namespace handbell::journal
