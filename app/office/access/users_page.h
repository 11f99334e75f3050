// The page Users as HTML.
#pragma once

#include "app/office/web/visit.h"

#include <string>
#include <vector>

namespace handbell::office {

struct UserLine {
  reg::StaffMember member;
  std::string state;
  std::string look;  ///< of the tag
  bool has_account = false;
  bool locked = false;
  bool is_oneself = false;
  std::vector<reg::ActingRole> acting;  ///< now or to come
};

struct UsersView {
  std::vector<UserLine> lines;
  std::vector<std::string> classes;  ///< of the school, for the staff list
  bool may_name = false;  ///< the headteacher: acting roles, and what an account is reset by
};

[[nodiscard]] Html users_page(const UsersView& view, const Visit& visit,
                              const FormErrors& errors = {});
/// The person's own part of the page is `line`.
[[nodiscard]] Html person_page(const UserLine& line, const UsersView& view, const Visit& visit,
                               const FormErrors& errors);

}  // namespace handbell::office
