// What people tell about where children are, as the text of a register's entry (assets/docs/
// formats.md, "Texts of the register"): a class register that was sent, a group that moved, one
// child, and what is taken back.
#pragma once

#include "app/journal/entry.h"
#include "app/register/presence_event.h"

namespace handbell::journal {

/// Of one class or group: more do not fit into an entry.
inline constexpr std::size_t kMostChildren = 900;

/// Whether an entry of this kind is told_of()'s.
[[nodiscard]] bool is_told(EntryKind kind);

/// Everybody who is named in it.
[[nodiscard]] std::vector<PupilId> children_of(const reg::PresenceEvent& event);
/// When it happened, which may be long before it was typed.
[[nodiscard]] Instant happened(const reg::PresenceEvent& event);

/// A sent class register is evidence under its marks and is kept six years, the others the current
/// school year and one (D51). `at`: when it was typed. Invariant: at most kMostChildren are named.
[[nodiscard]] Draft draft_of(const reg::PresenceEvent& event, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::PresenceEvent> told_of(const Entry& entry);

}  // namespace handbell::journal
