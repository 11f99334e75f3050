// A door event as the text of an entry (assets/docs/formats.md, "Texts of the journal").
#pragma once

#include "app/journal/entry.h"
#include "app/register/door_event.h"

namespace handbell::journal {

/// The entry's draft: kind, retention class (D51), time and text. `repeated`: a later tap of a
/// card that came before (D07), kept as an event without a mark.
[[nodiscard]] Draft draft_of(const reg::DoorEvent& event, Instant at, bool repeated = false);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::DoorEvent> event_of(const Entry& entry);

}  // namespace handbell::journal
