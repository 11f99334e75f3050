// A setting as the text of a register's entry (assets/docs/formats.md, "Texts of the register").
#pragma once

#include "app/journal/entry.h"
#include "app/register/setting.h"

namespace handbell::journal {

/// Says under which rules marks were made: kept six years (D51).
[[nodiscard]] Draft draft_of(const reg::Setting& setting, Instant at);

/// Fault: entry_garbled with the entry's number, also for an erased text.
[[nodiscard]] Result<reg::Setting> setting_of(const Entry& entry);

}  // namespace handbell::journal
