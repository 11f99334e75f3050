#include "app/office/access/staff_list.h"

#include "app/net/message.h"
#include "app/office/page/typed_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

/// Every value that a form sent under this name.
std::vector<std::string> all_typed(const Visit& visit, std::string_view field) {
  std::vector<std::string> values;
  for (const auto& [name, value] : visit.form) {
    if (name == field) values.push_back(value);
  }
  return values;
}

std::vector<Role> roles_typed(const Visit& visit) {
  std::vector<Role> roles;
  for (const auto role : reg::kRoles) {
    const auto typed = all_typed(visit, "roles");
    if (std::ranges::find(typed, text_of(role)) != typed.end()) roles.push_back(role);
  }
  return roles;
}

std::vector<std::string> classes_typed(const Visit& visit, const std::vector<std::string>& known) {
  std::vector<std::string> classes;
  const auto typed = all_typed(visit, "classes");
  std::ranges::copy_if(known, std::back_inserter(classes), [&](const std::string& name) {
    return std::ranges::find(typed, name) != typed.end();
  });
  return classes;
}

std::vector<Choice> role_choices() {
  std::vector<Choice> roles;
  for (const auto role : reg::kRoles) {
    roles.push_back({std::string(text_of(role)), std::string(text_of(role))});
  }
  return roles;
}

std::vector<Choice> class_choices(const std::vector<std::string>& known) {
  std::vector<Choice> classes;
  for (const auto& name : known) classes.push_back({name, name});
  return classes;
}

/// What stands in the form: of the list, or as it was typed.
struct StaffTyped {
  std::string name;
  std::string position;
  std::vector<std::string> roles;
  std::vector<std::string> classes;
};

StaffTyped typed_back(const Visit& visit) {
  return {visit.typed("name"), visit.typed("position"), all_typed(visit, "roles"),
          all_typed(visit, "classes")};
}

Field staff_field(const char* name, const char* label, const std::string& value,
                  const FormErrors& errors) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = errors.of(name);
  field.width = "20";
  field.longest = 80;
  return field;
}

Html staff_fields(const StaffTyped& typed, const FormErrors& errors,
                  const std::vector<std::string>& classes, bool with_roles) {
  Html fields =
      input_field(staff_field("name", "Name, as it is to be signed", typed.name, errors)) +
      input_field(staff_field("position", "Position", typed.position, errors));
  if (!with_roles) return fields;
  fields += checkbox_field(staff_field("roles", "Roles", "", errors), role_choices(), typed.roles);
  Field of_teacher = staff_field("classes", "Classes", "", errors);
  of_teacher.hint = "Of a class teacher.";
  return fields + checkbox_field(of_teacher, class_choices(classes), typed.classes);
}

/// The person as typed; what is wrong stands at its field. `before`: who is changed, or null.
std::optional<reg::StaffMember> member_typed(const Visit& visit, const reg::Staff& staff,
                                             const reg::StaffMember* before,
                                             const std::vector<std::string>& classes,
                                             FormErrors& errors) {
  const auto name = NamePart::parse(visit.typed("name"));
  const auto position = NamePart::parse(visit.typed("position"));
  if (!name) errors.add("name", "Enter the name, up to 80 characters.");
  if (!position) errors.add("position", "Enter the position, for example Class teacher.");
  const bool taken =
      name && std::ranges::any_of(staff.members, [&](const auto& member) {
        return member.name == *name && (before == nullptr || member.id != before->id);
      });
  if (taken) {
    errors.add("name",
               "Somebody of that name is on the staff list: add a middle name or a letter.");
  }
  for (const auto& role : all_typed(visit, "roles")) {
    check_choice(role, role_choices(), "roles", errors);
  }
  for (const auto& taught : all_typed(visit, "classes")) {
    check_choice(taught, class_choices(classes), "classes", errors);
  }
  // Nobody gives or takes the own roles.
  const bool oneself = before != nullptr && before->id == visit.who.staff;
  const auto roles = oneself ? before->roles : roles_typed(visit);
  if (roles.empty()) errors.add("roles", "Choose what the person may do.");
  if (!errors.empty()) return std::nullopt;
  return reg::StaffMember{before == nullptr ? free_staff_id(staff) : before->id, *name, *position,
                          roles, oneself ? before->classes : classes_typed(visit, classes)};
}

std::string place_of_member(const std::string& id) {
  return "/users/person?id=" + net::encoded(id);
}

/// "J Okoro is now J Adeyemi", or which other things are other.
std::string change_words(const reg::StaffMember& before, const reg::StaffMember& after) {
  if (before.name != after.name) return before.name.text() + " is now " + after.name.text();
  if (before.roles != after.roles) return after.name.text() + ": other roles";
  return after.name.text() + ": other position or classes";
}

Result<Answer> add_to_list(Access& access, const Visit& visit, store::Register& held,
                           const StaffPages& pages) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  const auto staff = held.staff();
  if (!staff) return fail(staff.error());
  FormErrors errors;
  const auto fresh = member_typed(visit, *staff, nullptr, people->classes, errors);
  if (!fresh) return pages.list(visit, held, errors);
  if (const auto put = held.put_staff({*fresh}); !put) return fail(put.error());
  return noted(go_to(place_of_member(fresh->id),
                     fresh->name.text() + " is on the staff list, without an account yet."),
               reg::ReadKind::account, fresh->name.text() + ": put on the staff list");
}

/// Whom a form is about, with the list.
struct FormPerson {
  reg::Staff staff;
  const reg::StaffMember* member = nullptr;
};

Result<FormPerson> form_person(const Visit& visit, store::Register& held) {
  auto staff = held.staff();
  if (!staff) return fail(staff.error());
  FormPerson found{std::move(*staff), nullptr};
  const auto at = std::ranges::find(found.staff.members, visit.typed("id"), &reg::StaffMember::id);
  if (at != found.staff.members.end()) found.member = &*at;
  return found;
}

Result<Answer> change_on_list(Access& access, const Visit& visit, store::Register& held,
                              const StaffPages& pages) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  const auto about = form_person(visit, held);
  if (!about) return fail(about.error());
  if (about->member == nullptr) return not_found(visit);
  FormErrors errors;
  const auto changed = member_typed(visit, about->staff, about->member, people->classes, errors);
  if (!changed) return pages.person(visit, held, about->member->id, errors);
  if (*changed == *about->member) return go_to(place_of_member(changed->id), "Nothing is changed.");
  if (const auto put = held.put_staff({*changed}); !put) return fail(put.error());
  const auto words = change_words(*about->member, *changed);
  return noted(go_to(place_of_member(changed->id),
                     words + ". What was signed before keeps the name that it was signed with."),
               reg::ReadKind::account, words);
}

Status revoke_cards_of(store::Register& held, const std::string& staff, SchoolDay today) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  std::vector<reg::StaffCardRecord> revoked;
  for (auto card : (*school)->staff_cards) {
    if (card.staff != staff || card.revoked) continue;
    card.revoked = today;
    revoked.push_back(card);
  }
  if (revoked.empty()) return {};
  const auto put = held.put_staff_cards(revoked);
  return put ? Status() : fail(put.error());
}

Result<Answer> take_off_list(Access& access, const Visit& visit, store::Register& held,
                             const StaffPages& pages) {
  const auto about = form_person(visit, held);
  if (!about) return fail(about.error());
  if (about->member == nullptr) return not_found(visit);
  reg::StaffMember left = *about->member;
  if (left.id == visit.who.staff) {
    return told(visit, 422, "Not done", "Another headteacher closes your account when you leave.");
  }
  if (visit.typed("sure") != "yes") {
    FormErrors errors;
    errors.add("sure", "Say that the person works here no more.");
    return pages.person(visit, held, left.id, errors);
  }
  // First the way in: where the register fails after that, nobody comes in who should not.
  if (Status closed = access.parts.accounts.reset(left.id); !closed) return fail(closed.error());
  if (Status locked = access.parts.accounts.lock(left.id, true); !locked) {
    return fail(locked.error());
  }
  left.roles.clear();
  left.classes.clear();
  if (const auto put = held.put_staff({left}); !put) return fail(put.error());
  if (Status gone = revoke_cards_of(held, left.id, visit.today); !gone) return fail(gone.error());
  return noted(go_to("/users", left.name.text() + " works here no more: the account is closed, and "
                                                  "what was signed keeps the name."),
               reg::ReadKind::account, left.name.text() + ": left, account closed");
}

}  // namespace

std::string free_staff_id(const reg::Staff& staff) {
  int number = 1;
  const auto taken = [&] {
    return std::ranges::any_of(staff.members, [&](const auto& member) {
      return member.id == "S" + std::to_string(number);
    });
  };
  while (taken()) ++number;
  return "S" + std::to_string(number);
}

Html add_staff_form(const Visit& visit, const FormErrors& errors,
                    const std::vector<std::string>& classes) {
  const bool comes_back = visit.request.path == "/users/add";
  const StaffTyped typed = comes_back ? typed_back(visit) : StaffTyped();
  return part("add-staff", "Add a person",
              post_form("/users/add", visit.who.form_token,
                        staff_fields(typed, errors, classes, true) + button("Add to the list")));
}

Html change_staff_form(const UserLine& line, const Visit& visit, const FormErrors& errors,
                       const std::vector<std::string>& classes) {
  StaffTyped typed{line.member.name.text(), line.member.position.text(), {}, line.member.classes};
  for (const auto role : line.member.roles) typed.roles.emplace_back(text_of(role));
  if (visit.request.path == "/users/change") typed = typed_back(visit);
  return part("change-staff", "On the staff list",
              post_form("/users/change", visit.who.form_token,
                        join({hidden_field("id", line.member.id),
                              staff_fields(typed, errors, classes, !line.is_oneself),
                              button("Save", "secondary")})));
}

Html leave_staff_form(const UserLine& line, const Visit& visit, const FormErrors& errors) {
  Field sure;
  sure.name = "sure";
  sure.label = "The account is closed and the staff card revoked, at once.";
  sure.error = errors.of("sure");
  return part(
      "leave-staff", "Left the school",
      post_form("/users/leave", visit.who.form_token,
                join({hidden_field("id", line.member.id),
                      checkbox_field(
                          sure, {{"yes", line.member.name.text() + " works here no more"}}, {}),
                      button("Close the account", "warning")})));
}

Routes staff_list_routes(Access& access, StaffPages pages) {
  const std::vector<Role> head{Role::head};
  using Act = Result<Answer> (*)(Access&, const Visit&, store::Register&, const StaffPages&);
  const auto to = [&access, pages](Act act) -> Handler {
    return [&access, pages, act](const Visit& visit, store::Register& held) {
      return act(access, visit, held, pages);
    };
  };
  return {{"POST", "/users/add", head, Runs::writing, to(add_to_list)},
          {"POST", "/users/change", head, Runs::writing, to(change_on_list)},
          {"POST", "/users/leave", head, Runs::writing, to(take_off_list)}};
}

}  // namespace handbell::office
