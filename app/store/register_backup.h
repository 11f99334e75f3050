// Copies of the register, made beside the running office and read through before they count.
//
// A copy that stands under its name was verified entry by entry, when it was made and when it is
// taken back; until then it bears another name. Nothing that is there is ever written over.
#pragma once

#include "app/base/random.h"
#include "app/store/register.h"

#include <string>

namespace handbell::store {

/// Mode 0600. Faults: folder_exists (something bears the name), disk_full, disk_failed, and those
/// of verify(): then there is no copy.
[[nodiscard]] Result<VerifiedCount> back_up_register(const std::string& register_path,
                                                     const std::string& to, Random& random);

/// The copy as `register_path`, brought up to this Handbell. Faults as above; file_unreadable,
/// database_wrong and database_newer of the copy.
[[nodiscard]] Result<VerifiedCount> restore_register(const std::string& copy,
                                                     const std::string& register_path,
                                                     Random& random);

}  // namespace handbell::store
