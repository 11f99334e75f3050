// Who may write which mark, for which child and when: asked before a mark becomes an entry.
//
// A code is its owner's to set (codes of the policy's Appendix 3, put right by the law); leave is
// the headteacher's. X is for children below compulsory school age and for sessions outside their
// pattern (D20, D36). There is no mark on a day without school, before a child is on roll, or for
// a session that has not begun. What comes from older registers is read by other rules
// (exchange/mark_file.h).
#pragma once

#include "app/register/mark.h"
#include "app/register/role.h"
#include "app/register/school.h"
#include "app/register/staff.h"

namespace handbell::reg {

/// What this person may set by the position: "Headteacher", "Acting headteacher", "Class teacher",
/// "Senior attendance champion"; everybody else is of the office.
[[nodiscard]] Role role_of(const Author& author);

/// The same from the staff list, where a person of this name stands there; several roles count
/// together, acting ones too (D52).
[[nodiscard]] std::vector<Role> roles_of(const Author& author,
                                         const std::vector<StaffMember>& staff,
                                         const std::vector<ActingRole>& acting, SchoolDay day);

/// How the person signs this code on that day: as given, or as "acting headteacher" where the
/// acting role alone lets the person set it (D52).
[[nodiscard]] Author signature(const Author& author, Code code, const Staff& staff, SchoolDay day);

/// The headteacher, or who acts as one, names who acts in a role, and nobody names himself or
/// herself (D52). `day`: of naming. Fault: acting_not_theirs.
[[nodiscard]] Status may_name(const Author& author, const StaffMember& deputy, const Staff& staff,
                              SchoolDay day);

/// Fault: code_not_theirs.
[[nodiscard]] Status may_set(Code code, const std::vector<Role>& roles);

/// Faults: pupil_unknown, not_on_roll, day_to_come, session_closed, withdrawn_code, other_half,
/// code_not_theirs, code_not_for_age, code_not_for_session, entry_incomplete. `now`: the session
/// that has begun last.
[[nodiscard]] Status may_enter(const MarkDraft& draft, const School& school,
                               const std::vector<Role>& roles, SessionId now);

}  // namespace handbell::reg
