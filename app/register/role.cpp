#include "app/register/role.h"

#include "app/base/text.h"

#include <string>
#include <utility>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, kRoles.size()> kNames{
    "class teacher", "office",       "senior attendance champion", "headteacher", "DSL",
    "governor",      "IT technician"};

constexpr std::array<std::pair<std::string_view, Role>, 8> kEveryday{
    {{"teacher", Role::teacher},
     {"school office", Role::office},
     {"champion", Role::champion},
     {"attendance champion", Role::champion},
     {"head", Role::head},
     {"head teacher", Role::head},
     {"designated safeguarding lead", Role::dsl},
     {"technician", Role::technician}}};

std::string all_names() {
  std::string list;
  for (const auto name : kNames) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

}  // namespace

Result<Role> parse_role(std::string_view text) {
  const std::string asked = ascii_lower(trimmed(text));
  for (const Role role : kRoles) {
    if (ascii_lower(text_of(role)) == asked) return role;
  }
  for (const auto& [name, role] : kEveryday) {
    if (name == asked) return role;
  }
  return fail(FaultCode::bad_choice, "\"" + trimmed(text) + "\" is none of: " + all_names());
}

std::string_view text_of(Role role) { return kNames.at(static_cast<std::size_t>(role)); }

}  // namespace handbell::reg
