// A mark as the text of a register's entry (assets/docs/formats.md, "Texts of the register").
#pragma once

#include "app/journal/entry.h"
#include "app/register/mark.h"

namespace handbell::journal {

/// Kept six years (D51).
[[nodiscard]] Draft draft_of(const reg::MarkDraft& mark, std::uint64_t replaces, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::Mark> mark_of(const Entry& entry);

}  // namespace handbell::journal
