// Small files that are replaced whole: the door book, heads of the other side, keys.
//
// After write_file() answered, the new text is on the disk under its name; before, after a fault or
// a power cut, the old one is. A reader sees one or the other, never a part.
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace handbell::store {

/// Mode 0600. Faults: folder_missing, disk_full, disk_failed.
[[nodiscard]] Status write_file(const std::string& path, std::string_view bytes);

/// Syncs a file that somebody else wrote, and gives it its name. Faults: as write_file().
[[nodiscard]] Status name_file(const std::string& written, const std::string& name);

/// Faults: file_unreadable, file_too_large (more than `limit` bytes), disk_failed.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace handbell::store
