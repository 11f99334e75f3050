// The page Users: who may sign in, and what was done about each account.
#include "app/base/school_time.h"
#include "app/office/access/access_routes.h"
#include "app/office/access/staff_list.h"
#include "app/office/access/users_page.h"
#include "app/register/mark_rule.h"
#include "app/store/account_invitation.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

UserLine line_of(const reg::StaffMember& member, const std::vector<store::Account>& accounts,
                 const Visit& visit, Instant now) {
  UserLine line{member, "No account", "grey", false, false, member.id == visit.who.staff, {}};
  const auto found = std::ranges::find(accounts, member.id, &store::Account::staff);
  if (found == accounts.end()) return line;
  line.has_account = !found->password.empty();
  line.locked = found->locked;
  if (found->invited_until > now) {
    line.state = "Invited";
    line.look = "yellow";
  } else if (found->invited_until.ms != 0) {
    line.state = "Invitation ended";
    line.look = "orange";
  }
  if (line.has_account) {
    line.state = "Active";
    line.look = "green";
  }
  if (line.locked) {
    line.state = "Locked";
    line.look = "red";
  }
  if (member.roles.empty()) {
    line.state = "Left";
    line.look = "grey";
  }
  return line;
}

Result<UsersView> users_view(Access& access, const Visit& visit, store::Register& held) {
  const auto staff = held.staff();
  if (!staff) return fail(staff.error());
  const auto accounts = access.parts.accounts.all();
  if (!accounts) return fail(accounts.error());
  UsersView view;
  view.may_name = visit.who.has(Role::head);
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  view.classes = people->classes;
  for (const auto& member : staff->members) {
    auto line = line_of(member, *accounts, visit, access.now());
    std::ranges::copy_if(staff->acting, std::back_inserter(line.acting), [&](const auto& acting) {
      return acting.deputy() == member.id && acting.last() >= visit.today;
    });
    view.lines.push_back(std::move(line));
  }
  return view;
}

Result<Answer> show_users(Access& access, const Visit& visit, store::Register& held,
                          const FormErrors& errors = {}) {
  const auto view = users_view(access, visit, held);
  if (!view) return fail(view.error());
  return page_answer(users_page(*view, visit, errors), errors.empty() ? 200 : 422);
}

Result<Answer> show_person(Access& access, const Visit& visit, store::Register& held,
                           const std::string& id, const FormErrors& errors = {}) {
  const auto view = users_view(access, visit, held);
  if (!view) return fail(view.error());
  const auto line =
      std::ranges::find_if(view->lines, [&](const auto& each) { return each.member.id == id; });
  if (line == view->lines.end()) return not_found(visit);
  return page_answer(person_page(*line, *view, visit, errors), errors.empty() ? 200 : 422);
}

/// The person that a form is about; nothing where there is none.
Result<std::optional<reg::StaffMember>> person_of(const Visit& visit, store::Register& held) {
  const auto staff = held.staff();
  if (!staff) return fail(staff.error());
  const auto found = std::ranges::find(staff->members, visit.typed("id"), &reg::StaffMember::id);
  return found == staff->members.end() ? std::nullopt : std::optional(*found);
}

using Act = std::function<Result<Answer>(const Visit&, const reg::StaffMember&)>;

/// About somebody else: nobody shuts himself or herself out by a touch on the wrong line.
Handler about_person(Act act) {
  return [act = std::move(act)](const Visit& visit, store::Register& held) -> Result<Answer> {
    const auto person = person_of(visit, held);
    if (!person) return fail(person.error());
    if (!*person) return not_found(visit);
    if ((*person)->id == visit.who.staff) {
      return told(visit, 422, "Not done", "Your own account is changed on the page Account.");
    }
    return act(visit, **person);
  };
}

std::string place_of(const reg::StaffMember& person) {
  return "/users/person?id=" + net::encoded(person.id);
}

Result<Answer> invite(Access& access, const Visit& visit, const reg::StaffMember& person,
                      bool anew) {
  if (person.roles.empty()) {
    return told(visit, 422, "Not done",
                person.name.text() + " works here no more: choose what the person may do first.");
  }
  auto& accounts = access.parts.accounts;
  const auto account = accounts.of(person.id);
  if (!account) return fail(account.error());
  const bool has = *account && !(*account)->password.empty();
  if (anew) {
    if (Status reset = accounts.reset(person.id); !reset) return fail(reset.error());
  } else if (has) {
    return told(visit, 422, "Not done", person.name.text() + " has an account already.");
  }
  const auto code = store::invite_by_code(accounts, person.id, access.parts.random, access.now());
  if (!code) return fail(code.error());
  return noted(show_code_once(visit, "Invitation for " + person.name.text(), *code,
                              "Hand it over on paper or in person. Within seven days it is typed "
                              "at /join of this address."),
               reg::ReadKind::account,
               person.name.text() + (anew ? ": made anew, invited" : ": invited"));
}

Handler status_act(Access& access, std::function<Status(store::Accounts&, const std::string&)> act,
                   std::string what, std::string words) {
  return about_person(
      [&access, act = std::move(act), what = std::move(what), words = std::move(words)](
          const Visit&, const reg::StaffMember& person) -> Result<Answer> {
        if (Status done = act(access.parts.accounts, person.id); !done) return fail(done.error());
        return noted(go_to(place_of(person), person.name.text() + " " + words),
                     reg::ReadKind::account, person.name.text() + ": " + what);
      });
}

Result<reg::ActingRole> acting_typed(const Visit& visit, const reg::StaffMember& person,
                                     FormErrors& errors) {
  const auto role = reg::parse_role(visit.typed("role"));
  const auto first = SchoolDay::parse(visit.typed("from"));
  const auto last = SchoolDay::parse(visit.typed("to"));
  if (!role) errors.add("role", "Choose a role.");
  if (!first) errors.add("from", "Enter the first day.");
  if (!last) errors.add("to", "Enter the last day.");
  if (!role || !first || !last) return fail(FaultCode::usage, "acting");
  if (*last < visit.today) errors.add("to", "Enter a day that is not over.");
  auto acting = reg::ActingRole::from(person.id, *role, *first, *last, visit.who.author);
  if (!acting) errors.add("to", sentence(acting.error()));
  return acting;
}

Result<Answer> name_acting(Access& access, const Visit& visit, store::Register& held) {
  const auto person = person_of(visit, held);
  if (!person) return fail(person.error());
  if (!*person) return not_found(visit);
  FormErrors errors;
  const auto acting = acting_typed(visit, **person, errors);
  const auto staff = held.staff();
  if (!staff) return fail(staff.error());
  const Status may = reg::may_name(visit.who.author, **person, *staff, visit.today);
  if (errors.empty() && !may) errors.add("role", sentence(may.error()));
  if (!errors.empty()) return show_person(access, visit, held, (*person)->id, errors);
  if (Status put = held.put_acting(*acting, visit.now); !put) return fail(put.error());
  return noted(
      go_to(place_of(**person),
            fmt::format("{} is acting {} from {} to {}.", (*person)->name.text(),
                        text_of(acting->role()), acting->first().text(), acting->last().text())),
      reg::ReadKind::account,
      fmt::format("{}: acting {}", (*person)->name.text(), text_of(acting->role())));
}

}  // namespace

Routes users_routes(Access& access) {
  const std::vector<Role> both{Role::head, Role::technician};
  const std::vector<Role> head{Role::head};
  const auto reading = Runs::reading;  // of the register: none of these writes there
  const auto inviting = [&access](bool anew) {
    return about_person([&access, anew](const Visit& visit, const reg::StaffMember& person) {
      return invite(access, visit, person, anew);
    });
  };
  using store::Accounts;
  const auto lock = [](Accounts& accounts, const std::string& id) {
    return accounts.lock(id, true);
  };
  const auto unlock = [](Accounts& accounts, const std::string& id) {
    return accounts.lock(id, false);
  };
  const auto end = [](Accounts& accounts, const std::string& id) {
    return accounts.end_sessions_of(id);
  };
  Routes all{{"GET", "/users", both, reading,
              [&access](const Visit& visit, store::Register& held) {
                return show_users(access, visit, held);
              }},
             {"GET", "/users/person", both, reading,
              [&access](const Visit& visit, store::Register& held) {
                return show_person(access, visit, held, visit.query("id"));
              }},
             // Whoever hands out the code could take it: with it comes what the person may see.
             {"POST", "/users/invite", head, reading, inviting(false)},
             {"POST", "/users/reset", head, reading, inviting(true)},
             {"POST", "/users/lock", both, reading,
              status_act(access, lock, "locked", "is locked: nobody signs in with that name.")},
             {"POST", "/users/unlock", head, reading,
              status_act(access, unlock, "unlocked", "may sign in again.")},
             {"POST", "/users/sign-out", both, reading,
              status_act(access, end, "signed out everywhere", "is signed out everywhere.")},
             {"POST", "/users/acting", head, Runs::writing,
              [&access](const Visit& visit, store::Register& held) {
                return name_acting(access, visit, held);
              }}};
  const StaffPages pages{
      [&access](const Visit& visit, store::Register& held, const FormErrors& errors) {
        return show_users(access, visit, held, errors);
      },
      [&access](const Visit& visit, store::Register& held, const std::string& id,
                const FormErrors& errors) { return show_person(access, visit, held, id, errors); }};
  for (auto& route : staff_list_routes(access, pages)) all.push_back(std::move(route));
  return all;
}

}  // namespace handbell::office
