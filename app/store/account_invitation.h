// Codes that make an account: for one person of the staff list, or for whoever sets Handbell up.
#pragma once

#include "app/store/accounts.h"

namespace handbell::store {

[[nodiscard]] std::string accounts_path(const std::string& office_folder);

/// Counts for seven days and once; an earlier one of this person ends. `staff`: empty for the very
/// first person. Answers the code, which is kept nowhere.
[[nodiscard]] Result<std::string> invite_by_code(Accounts& accounts, const std::string& staff,
                                                 Random& random, Instant now);

}  // namespace handbell::store
