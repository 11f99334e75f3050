#include "app/register/staff.h"

#include "app/register/merge_rows.h"

#include <algorithm>

namespace handbell::reg {

namespace {

std::optional<Author> author(const NamePart& name, std::string_view position) {
  const auto made = Author::from(name.text(), position);
  return made ? std::optional(*made) : std::nullopt;
}

}  // namespace

bool StaffMember::has(Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

Result<ActingRole> ActingRole::from(std::string deputy, Role role, SchoolDay first, SchoolDay last,
                                    const Author& named_by) {
  if (deputy.empty()) return fail(FaultCode::bad_person, "\"\"");
  if (last < first)
    return fail(FaultCode::period_backwards, "Acting " + std::string(text_of(role)));
  return ActingRole(std::move(deputy), role, first, last, named_by);
}

bool ActingRole::holds(const StaffMember& member, Role role, SchoolDay day) const {
  return deputy_ == member.id && role_ == role && first_ <= day && day <= last_;
}

const StaffMember* Staff::named(const std::string& id_or_name) const {
  const StaffMember* found = nullptr;
  int of_this_name = 0;
  for (const auto& member : members) {
    if (member.id == id_or_name) return &member;
    if (member.name.text() != id_or_name) continue;
    found = &member;
    ++of_this_name;
  }
  return of_this_name == 1 ? found : nullptr;
}

std::vector<ActingRole> that_count(const std::vector<ActingRole>& named) {
  std::vector<ActingRole> counting;
  for (const auto& each : named) {
    std::erase_if(counting, [&](const ActingRole& before) {
      return before.deputy() == each.deputy() && before.role() == each.role() &&
             before.first() == each.first();
    });
    counting.push_back(each);
  }
  return counting;
}

std::vector<Role> roles_on(const StaffMember& member, const std::vector<ActingRole>& acting,
                           SchoolDay day) {
  std::vector<Role> roles = member.roles;
  if (roles.empty()) return roles;  // left: what was named before counts no more
  for (const Role role : kRoles) {
    const bool acts = std::any_of(acting.begin(), acting.end(), [&](const ActingRole& each) {
      return each.holds(member, role, day);
    });
    if (acts && !member.has(role)) roles.push_back(role);
  }
  return roles;
}

std::optional<Author> signs_as(const StaffMember& member, Role role,
                               const std::vector<ActingRole>& acting, SchoolDay day) {
  if (member.has(role)) return author(member.name, member.position.text());
  if (member.roles.empty()) return std::nullopt;
  for (const ActingRole& each : acting) {
    if (each.holds(member, role, day)) {
      return author(member.name, "acting " + std::string(text_of(role)));
    }
  }
  return std::nullopt;
}

Merged<StaffMember> merge_staff(const std::vector<StaffMember>& held,
                                const std::vector<StaffMember>& rows) {
  return merge_rows(held, rows,
                    [](const StaffMember& a, const StaffMember& b) { return a.id == b.id; });
}

}  // namespace handbell::reg
