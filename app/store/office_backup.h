// Copies of what an office holds, made beside it while it runs and read through before they count.
//
// 1. A copy is one file: the register, and within it accounts.db (who signs in) and audit.db (who
//    read what), so that it is there whole or not at all. It bears another name until each was
//    verified, the register and the audit entry by entry; so it is when it is taken back.
// 2. What a person was handed before does not count in a site that is made of a copy: sessions,
//    invitations and day passes are in no copy. Passwords, PINs and enrolled devices are.
// 3. A copy that an older Handbell made holds the register alone, and is taken back so.
//
// Nothing that is there is ever written over.
#pragma once

#include "app/base/random.h"
#include "app/store/register.h"

#include <optional>
#include <string>

namespace handbell::store {

/// What a copy holds. Nothing: the copy holds no such file.
struct OfficeCopy {
  VerifiedCount held;
  std::optional<std::size_t> accounts{};    ///< with a password
  std::optional<std::uint64_t> readings{};  ///< of who read what
  /// "3 entries ..., all as they were written; 2 accounts; 40 readings of who read what"
  [[nodiscard]] std::string text() const;
};

/// Of the files in the office's folder, which may be in use. Mode 0600. Faults: folder_exists
/// (something bears the name), disk_full, disk_failed, and those of verifying: then there is no
/// copy.
[[nodiscard]] Result<OfficeCopy> back_up_office(const std::string& office_folder,
                                                const std::string& to, Random& random);

/// The copy as the files of a folder that has none of them, brought up to this Handbell; the
/// register comes last. Faults as above; file_unreadable, database_wrong and database_newer of the
/// copy.
[[nodiscard]] Result<OfficeCopy> restore_office(const std::string& copy,
                                                const std::string& office_folder, Random& random);

/// "register, accounts, who read what": what stands in a copy, for a list of them; empty where it
/// cannot be read.
[[nodiscard]] std::string words_of_copy(const std::string& copy);

}  // namespace handbell::store
