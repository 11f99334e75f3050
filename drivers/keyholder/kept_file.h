// The small secret files of the key process: read whole, replaced whole, seen by nobody else.
//
// After write_kept() answered, the new bytes are on the disk under their name (written, synced,
// renamed, the folder synced); before, after a fault or a power cut, the old ones are.
#pragma once

#include "app/base/hex.h"
#include "app/base/result.h"

#include <optional>
#include <string>

namespace handbell::keys {

/// Mode 0600. Faults: folder_missing, disk_full, disk_failed.
[[nodiscard]] Status write_kept(const std::string& path, const Bytes& bytes);
/// Nothing: there is no such file. Faults: site_key_open (others may read it), file_unreadable,
/// file_too_large (over 1 MB).
[[nodiscard]] Result<std::optional<Bytes>> read_kept(const std::string& path);

}  // namespace handbell::keys
