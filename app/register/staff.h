// Who works at the school and what each may do in the register (formats F11).
//
// People sign in their own name and position, as regulation 13 wants. Whom the head names as a
// deputy has the role for the days named and signs as "acting" (D52). There is no password here.
#pragma once

#include "app/register/mark.h"
#include "app/register/role.h"
#include "app/register/school.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

struct StaffMember {
  std::string id;  ///< as the school writes it; never empty
  NamePart name;
  NamePart position;                 ///< "Office manager"
  std::vector<Role> roles;           ///< one or several, each once; none: works here no more
  std::vector<std::string> classes;  ///< those a class teacher sees

  [[nodiscard]] bool has(Role role) const;
  friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

/// A role for some days (D52).
class ActingRole {
 public:
  /// Faults: period_backwards; bad_person where `deputy` is empty.
  [[nodiscard]] static Result<ActingRole> from(std::string deputy, Role role, SchoolDay first,
                                               SchoolDay last, const Author& named_by);

  [[nodiscard]] const std::string& deputy() const { return deputy_; }  ///< the StaffMember's id
  [[nodiscard]] Role role() const { return role_; }
  [[nodiscard]] SchoolDay first() const { return first_; }
  [[nodiscard]] SchoolDay last() const { return last_; }  ///< included
  [[nodiscard]] const Author& named_by() const { return named_by_; }
  [[nodiscard]] bool holds(const StaffMember& member, Role role, SchoolDay day) const;
  friend bool operator==(const ActingRole&, const ActingRole&) = default;

 private:
  ActingRole(std::string deputy, Role role, SchoolDay first, SchoolDay last, Author named_by)
      : deputy_(std::move(deputy)),
        role_(role),
        first_(first),
        last_(last),
        named_by_(std::move(named_by)) {}
  std::string deputy_;
  Role role_;
  SchoolDay first_;
  SchoolDay last_;
  Author named_by_;
};

/// Everybody who works here, and who acts in another's role.
struct Staff {
  std::vector<StaffMember> members;  ///< by id
  std::vector<ActingRole> acting;    ///< those that count, as they were named

  /// By id, or by a name that nobody else has; null where that is nobody.
  [[nodiscard]] const StaffMember* named(const std::string& id_or_name) const;
  friend bool operator==(const Staff&, const Staff&) = default;
};

/// Of two namings of one person for one role from the same day the later counts: so an end is
/// moved, and both stay on record.
[[nodiscard]] std::vector<ActingRole> that_count(const std::vector<ActingRole>& named);

/// Own roles, then those acted in on that day.
[[nodiscard]] std::vector<Role> roles_on(const StaffMember& member,
                                         const std::vector<ActingRole>& acting, SchoolDay day);

/// How the member signs what the role allows on that day: with the own position, or as "acting
/// headteacher". Nothing where the member has not got the role.
[[nodiscard]] std::optional<Author> signs_as(const StaffMember& member, Role role,
                                             const std::vector<ActingRole>& acting, SchoolDay day);

/// Staff are known by their id.
[[nodiscard]] Merged<StaffMember> merge_staff(const std::vector<StaffMember>& held,
                                              const std::vector<StaffMember>& rows);

}  // namespace handbell::reg
