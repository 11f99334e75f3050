// Other files within the copy of a register, so that a copy is one file, whole or not there.
//
//   enclosed        name, how many parts it has
//   enclosed_part   name, number from 1, BLAKE2b of the bytes, at most 1 MiB of them
//
// A Handbell that knows nothing of them takes the copy as a register all the same.
#pragma once

#include "app/base/result.h"

#include <string>
#include <vector>

namespace handbell::store {

/// Puts all of them in, or none, and reads them back. Faults: file_unreadable, disk_full,
/// disk_failed, database_wrong.
struct Enclosure {
  std::string name;
  std::string path;
};
[[nodiscard]] Status enclose(const std::string& copy, const std::vector<Enclosure>& files);

/// What the copy holds beside the register, by name; nothing in one that an older Handbell made.
[[nodiscard]] Result<std::vector<std::string>> enclosed_in(const std::string& copy);

/// Writes it to a new file; false: the copy holds none of this name. Faults: database_wrong where
/// it is not as it was put in, disk_full, disk_failed.
[[nodiscard]] Result<bool> take_out(const std::string& copy, const Enclosure& wanted);

/// Nothing of them stays in any page of the file.
[[nodiscard]] Status forget_enclosed(const std::string& copy);

}  // namespace handbell::store
