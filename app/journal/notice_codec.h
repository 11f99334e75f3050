// A notice as the text of a register's entry (assets/docs/formats.md, "Texts of the register").
#pragma once

#include "app/journal/entry.h"
#include "app/register/notice.h"

namespace handbell::journal {

/// Evidence under a mark: kept six years (D51). `at`: when it was typed in.
[[nodiscard]] Draft draft_of(const reg::Notice& notice, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::NoticeGiven> notice_of(const Entry& entry);

}  // namespace handbell::journal
