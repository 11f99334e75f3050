// What a school writes down about a child's case, as the text of a register's entry (assets/docs/
// formats.md, "Notes of a case"): one kind of entry for each kind of note.
//
// Talks, meetings, contracts, decisions and notices are kept six years, as the marks that they rest
// on; answers to suggestions and ticks that a text was sent, this school year and the next (D51).
#pragma once

#include "app/journal/entry.h"
#include "app/register/case_note.h"

namespace handbell::journal {

/// Whether an entry of this kind is case_note_of()'s.
[[nodiscard]] bool is_case_note(EntryKind kind);

/// With the retention of its kind. `at`: when it was typed.
[[nodiscard]] Draft draft_of(const reg::CaseNote& note, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::CaseNoteGiven> case_note_of(const Entry& entry);

}  // namespace handbell::journal
