// Who asks the office's pages for something: a person who signed in, with what the person may do
// today.
//
// Roles come from the staff list and from whom the head named as a deputy (D52), never from the
// browser. A supply teacher with a day pass has no line on the staff list: her own name, the role
// of a class teacher, one class.
#pragma once

#include "app/register/role.h"
#include "app/register/staff.h"

#include <string>
#include <vector>

namespace handbell::office {

struct Visitor {
  std::string staff;                 ///< the StaffMember's id; empty with a day pass
  reg::Author author;                ///< signs so: own name and position
  std::vector<reg::Role> roles;      ///< of today, own ones and those acted in
  std::vector<std::string> classes;  ///< of a class teacher; others see all that their role sees
  std::string form_token;            ///< stands in every form of this person's
  bool on_classroom_device = false;

  [[nodiscard]] bool has(reg::Role role) const;
  /// Any of these.
  [[nodiscard]] bool has_one_of(const std::vector<reg::Role>& wanted) const;
  /// What a person without a wider role sees of the school: the own classes, else everything.
  [[nodiscard]] bool sees_class(const std::string& class_name) const;
};

/// As what a role lets somebody see every class: office, champion, head and DSL.
[[nodiscard]] bool sees_all_classes(const Visitor& visitor);

}  // namespace handbell::office
