// What the office writes down beside the marks, as the text of a register's entry (assets/docs/
// formats.md, "Notes of a day"): one kind of entry for each kind of note.
#pragma once

#include "app/journal/entry.h"
#include "app/register/day_note.h"

namespace handbell::journal {

/// Whether an entry of this kind is note_of()'s.
[[nodiscard]] bool is_note(EntryKind kind);

/// With the retention of its kind (D51). `at`: when it was typed.
[[nodiscard]] Draft draft_of(const reg::DayNote& note, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::DayNoteGiven> note_of(const Entry& entry);

}  // namespace handbell::journal
