// The commands account ...: who may sign in at the office's pages.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"

namespace handbell::admin {

/// Everybody of the staff list, with how the account is. Faults: those of reading.
[[nodiscard]] Result<std::string> account_list(const Site& site, Format format);
/// A code to be handed over; with `anew` nothing that was there before counts. Faults:
/// staff_unknown; usage where there is an account and it is not to be made anew.
[[nodiscard]] Result<std::string> account_invite(const Site& site, const std::string& staff,
                                                 bool anew);
/// Nobody signs in as this person until it is unlocked. Fault: staff_unknown.
[[nodiscard]] Result<std::string> account_lock(const Site& site, const std::string& staff,
                                               bool locked);
/// The code of /set-up. Fault: usage where somebody can sign in already.
[[nodiscard]] Result<std::string> account_first_run(const Site& site);

}  // namespace handbell::admin
