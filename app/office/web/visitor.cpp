#include "app/office/web/visitor.h"

#include <algorithm>

namespace handbell::office {

using reg::Role;

bool Visitor::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

bool Visitor::has_one_of(const std::vector<Role>& wanted) const {
  return std::ranges::any_of(wanted, [this](Role role) { return has(role); });
}

bool Visitor::sees_class(const std::string& class_name) const {
  return sees_all_classes(*this) ||
         (has(Role::teacher) && std::ranges::find(classes, class_name) != classes.end());
}

bool sees_all_classes(const Visitor& visitor) {
  return visitor.has_one_of({Role::office, Role::champion, Role::head, Role::dsl});
}

}  // namespace handbell::office
