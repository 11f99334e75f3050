// Who works here, as the headteacher changes it on the page Users: a new person, another name after
// a marriage, other roles and classes, somebody who left.
//
//   POST /users/add       name, position, roles, classes (both several)
//   POST /users/change    id and the same
//   POST /users/leave     id, sure=yes
//
// A new person has no account until an invitation is handed over. Whoever left stays on the list
// without a role, so that nobody else gets the id: the account is closed, the staff card revoked.
// What was signed before keeps the name with which it was signed.
#pragma once

#include "app/office/access/access_routes.h"
#include "app/office/access/users_page.h"

namespace handbell::office {

/// Where the person's page and the list come back with what is wrong.
struct StaffPages {
  std::function<Result<Answer>(const Visit&, store::Register&, const FormErrors&)> list;
  std::function<Result<Answer>(const Visit&, store::Register&, const std::string& id,
                               const FormErrors&)>
      person;
};
[[nodiscard]] Routes staff_list_routes(Access& access, StaffPages pages);

/// "S7": the first that nobody has.
[[nodiscard]] std::string free_staff_id(const reg::Staff& staff);

[[nodiscard]] Html add_staff_form(const Visit& visit, const FormErrors& errors,
                                  const std::vector<std::string>& classes);
[[nodiscard]] Html change_staff_form(const UserLine& line, const Visit& visit,
                                     const FormErrors& errors,
                                     const std::vector<std::string>& classes);
[[nodiscard]] Html leave_staff_form(const UserLine& line, const Visit& visit,
                                    const FormErrors& errors);

}  // namespace handbell::office
