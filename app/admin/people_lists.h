// What the site holds of the people around the children, as `handbell list` shows it.
#pragma once

#include "app/admin/table.h"
#include "app/register/contact.h"
#include "app/register/staff.h"

namespace handbell::admin {

/// By pupil, then in the order in which they are rung.
[[nodiscard]] Table contact_list(const std::vector<reg::Contact>& contacts,
                                 const reg::School& school);
[[nodiscard]] Table staff_list(const reg::Staff& staff);
/// Who acts in a role, from when to when, named by whom (D52).
[[nodiscard]] Table acting_list(const reg::Staff& staff);

}  // namespace handbell::admin
