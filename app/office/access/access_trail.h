// What of signing in stands in the history of who read what: who came in and how, who was refused,
// who left.
//
// A name that was typed and is nobody's is never kept: it may be a password in the wrong field.
#pragma once

#include "app/office/access/access.h"
#include "app/register/reading.h"

namespace handbell::office {

/// "from 192.168.1.20", "from this machine".
[[nodiscard]] std::string from_words(const net::Request& request);

void trail(Access& access, reg::ReadKind kind, const reg::Author& by, const std::string& words);
/// By a person of the staff list; nothing where there is none.
void trail_of(Access& access, reg::ReadKind kind, const std::string& staff,
              const std::string& words);
/// Counted: one entry a minute. `staff`: whose name was given; empty or unknown: nobody's.
void trail_refused(Access& access, const std::string& staff, const std::string& words);
/// Whose session it was.
void trail_end(Access& access, const store::SessionRow& session, const std::string& words);

}  // namespace handbell::office
