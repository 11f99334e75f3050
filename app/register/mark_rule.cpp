#include "app/register/mark_rule.h"

#include "app/base/text.h"
#include "app/register/school_age.h"

#include <algorithm>

namespace handbell::reg {

namespace {

std::string quoted_who(const Code& code, const std::vector<Role>& roles) {
  std::string names;
  for (const Role role : roles)
    names += (names.empty() ? "" : " and ") + std::string(text_of(role));
  return std::string(code.text()) + " is not for the " + names + " to set";
}

Status fits_calendar(const MarkDraft& draft, const School& school, const PupilRecord& pupil) {
  const SchoolDay day = draft.session.day;
  switch (school.calendar.state(day, text_of(pupil.group), pupil.class_name)) {
    case DayState::open:
      // The calendar closes school, not a mark.
      if (draft.code.text() != "#") return {};
      return fail(FaultCode::code_not_theirs, "# comes from the calendar alone");
    case DayState::planned_closure:
      if (draft.code.text() == "#") return {};
      break;
    case DayState::unplanned_closure:
      if (draft.code.text() == "Y4") return {};
      break;
    default:
      break;
  }
  return fail(FaultCode::session_closed, draft.session.text());
}

Status fits_roll(const MarkDraft& draft, const PupilRecord& pupil) {
  const bool prospective = draft.code.text() == "Z" && draft.session.day < pupil.start;
  const bool on_roll = pupil.on_roll(draft.session.day) && draft.code.text() != "Z";
  if (prospective || on_roll) return {};
  return fail(FaultCode::not_on_roll, pupil.full_name());
}

Status fits_child(const MarkDraft& draft, const PupilRecord& pupil) {
  if (draft.code.text() != "X") return {};
  const SchoolDay from = school_age_from(pupil.date_of_birth);
  if (draft.session.day >= from) return fail(FaultCode::code_not_for_age, from.text());
  if (pupil.pattern.expects(draft.session)) {
    return fail(FaultCode::code_not_for_session, draft.session.text());
  }
  return {};
}

Status fits_code(const MarkDraft& draft, const std::vector<Role>& roles) {
  const Code code = draft.code;
  if (!code.is_valid_on(draft.session.day)) {
    return fail(FaultCode::withdrawn_code, std::string(code.text()));
  }
  if (!code.fits(draft.session.half)) return fail(FaultCode::other_half, std::string(code.text()));
  return may_set(code, roles);
}

}  // namespace

Role role_of(const Author& author) {
  const std::string position = ascii_lower(author.position());
  const std::string acting = "acting ";
  const bool acts = position.starts_with(acting);
  const auto role = parse_role(acts ? position.substr(acting.size()) : position);
  if (role) return *role;
  const bool teaches = position.ends_with("teacher") && position.find("head") == std::string::npos;
  return teaches ? Role::teacher : Role::office;
}

std::vector<Role> roles_of(const Author& author, const std::vector<StaffMember>& staff,
                           const std::vector<ActingRole>& acting, SchoolDay day) {
  for (const auto& member : staff) {
    if (member.name.text() == author.name()) return roles_on(member, acting, day);
  }
  return {role_of(author)};
}

Author signature(const Author& author, Code code, const Staff& staff, SchoolDay day) {
  if (may_set(code, roles_of(author, staff.members, {}, day))) return author;
  for (const auto& member : staff.members) {
    if (member.name.text() != author.name()) continue;
    for (const Role role : roles_on(member, staff.acting, day)) {
      if (!code.may_be_set_by(role)) continue;
      return signs_as(member, role, staff.acting, day).value_or(author);
    }
  }
  return author;
}

Status may_name(const Author& author, const StaffMember& deputy, const Staff& staff,
                SchoolDay day) {
  const auto roles = roles_of(author, staff.members, staff.acting, day);
  const bool heads = std::ranges::find(roles, Role::head) != roles.end();
  if (heads && author.name() != deputy.name.text()) return {};
  return fail(FaultCode::acting_not_theirs, author.text());
}

Status may_set(Code code, const std::vector<Role>& roles) {
  const bool theirs =
      std::ranges::any_of(roles, [&](Role role) { return code.may_be_set_by(role); });
  if (!theirs) return fail(FaultCode::code_not_theirs, quoted_who(code, roles));
  return {};
}

Status may_enter(const MarkDraft& draft, const School& school, const std::vector<Role>& roles,
                 SessionId now) {
  if (Status whole = complete(draft); !whole) return whole;
  const auto* pupil = school.pupil(draft.pupil);
  if (pupil == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(draft.pupil.number()));
  }
  if (now < draft.session) return fail(FaultCode::day_to_come, draft.session.text());
  if (Status fits = fits_code(draft, roles); !fits) return fits;
  if (Status fits = fits_roll(draft, *pupil); !fits) return fits;
  if (Status fits = fits_calendar(draft, school, *pupil); !fits) return fits;
  return fits_child(draft, *pupil);
}

}  // namespace handbell::reg
