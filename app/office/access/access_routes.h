// The pages about accounts for those who are signed in: Users, Devices, and everybody's own
// account.
//
// They are routes like any other page's, with their roles; what they change stands in accounts.db.
// `access` outlives them.
#pragma once

#include "app/office/access/access.h"
#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes access_routes(Access& access);
[[nodiscard]] Routes users_routes(Access& access);
[[nodiscard]] Routes devices_routes(Access& access);
[[nodiscard]] Routes account_routes(Access& access);

/// Shows a code that is seen this once. `how`: what is to be done with it.
[[nodiscard]] Answer show_code_once(const Visit& visit, const std::string& title,
                                    const std::string& code, const std::string& how);
/// The same answer, and what was done stands in the history of who read what.
[[nodiscard]] Answer noted(Answer answer, reg::ReadKind kind, const std::string& words);
/// A button of its own that posts the id.
[[nodiscard]] Html action_form(const Visit& visit, const std::string& place, const std::string& id,
                               const std::string& words, const std::string& look = "secondary");

}  // namespace handbell::office
