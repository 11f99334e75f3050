// An entry as bytes: in a sync message, and in a backup (assets/docs/formats.md, "The entry").
#pragma once

#include "app/journal/codec.h"
#include "app/journal/entry.h"

namespace handbell::journal {

void put_entry(Writer& writer, const Entry& entry);
/// Leaves the reader failed where the bytes are no entry. The chain is not looked at.
[[nodiscard]] Entry get_entry(Reader& reader);

}  // namespace handbell::journal
