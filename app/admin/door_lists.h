// What the office gives out for its doors, as `handbell list` shows it: cards of pupils, families
// and staff, the words of reasons, calls to leave the building.
#pragma once

#include "app/admin/table.h"
#include "app/register/staff.h"

namespace handbell::admin {

/// A family's card names its children.
[[nodiscard]] Table card_list(const reg::School& school);
/// Never a PIN, nor what stands for one.
[[nodiscard]] Table staff_card_list(const reg::School& school, const reg::Staff& staff);
/// As the doors show them; the CSV form can be changed and imported again.
[[nodiscard]] Table reason_list(const reg::School& school);
[[nodiscard]] Table evacuation_list(const reg::School& school);

}  // namespace handbell::admin
