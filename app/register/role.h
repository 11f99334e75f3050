// The names of the roles that people have in the register (office.md), as files and pages write
// them.
#pragma once

#include "app/register/code.h"

#include <array>

namespace handbell::reg {

inline constexpr std::array kRoles{Role::teacher, Role::office,   Role::champion,  Role::head,
                                   Role::dsl,     Role::governor, Role::technician};

/// "class teacher", "office", "senior attendance champion", "headteacher", "DSL", "governor", "IT
/// technician", and the shorter names of everyday. Fault: bad_choice, naming all.
[[nodiscard]] Result<Role> parse_role(std::string_view text);
[[nodiscard]] std::string_view text_of(Role role);

}  // namespace handbell::reg
