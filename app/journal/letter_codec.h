// Changes of letters and of the logo as the texts of a register's entries (assets/docs/formats.md,
// "Letters"): kept as long as what was sent with them may be asked for, six years.
#pragma once

#include "app/journal/entry.h"
#include "app/register/letter_change.h"

namespace handbell::journal {

[[nodiscard]] Draft draft_of(const reg::LetterChange& change, Instant at);
[[nodiscard]] Draft draft_of(const reg::LogoChange& change, Instant at);

/// The kind under which changes of the logo stand among those of letters: what it is now in words
/// ("a PNG of 12 kB"; empty: none), never a wording.
inline constexpr const char* kLogoKind = "logo";
[[nodiscard]] reg::LetterChange as_letter_change(const reg::LogoChange& change);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::LetterChangeGiven> letter_change_of(const Entry& entry);
[[nodiscard]] Result<reg::LogoChange> logo_change_of(const Entry& entry);

}  // namespace handbell::journal
