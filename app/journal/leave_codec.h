// A request for leave and what was decided, as the text of a register's entry: two of the notes of
// note_codec.h (assets/docs/formats.md, "Notes of a day").
#pragma once

#include "app/journal/codec.h"
#include "app/journal/entry.h"
#include "app/register/leave_request.h"

#include <optional>

namespace handbell::journal {

[[nodiscard]] inline bool is_leave(EntryKind kind) {
  return kind == EntryKind::leave_request || kind == EntryKind::leave_decision;
}

/// Behind the version.
void put_leave(Writer& w, const reg::LeaveRequest& request);
void put_leave(Writer& w, const reg::LeaveDecision& decision);

/// Nothing, or a reader that failed, where it is none. Whether all belongs to it is for complete().
[[nodiscard]] std::optional<reg::LeaveRequest> get_leave_request(Reader& r);
[[nodiscard]] std::optional<reg::LeaveDecision> get_leave_decision(Reader& r);

}  // namespace handbell::journal
