// Who works here, in which roles and with which classes (rules/formats.json, F11).
//
// No passwords stand in files: each person sets one at the first sign-in.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/staff.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& staff_columns();

/// Roles and classes are lists between semicolons. Rows whose StaffId stands twice are all
/// refused, and so is a class that no pupil is in. Remark: a class teacher without a class. Faults:
/// those of Sheet::parse.
[[nodiscard]] Result<Parsed<reg::StaffMember>> parse_staff(const std::string& name,
                                                           std::string_view bytes,
                                                           const reg::School& school);

[[nodiscard]] std::string write_staff(const std::vector<reg::StaffMember>& staff);

}  // namespace handbell::exchange
