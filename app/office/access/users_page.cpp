#include "app/office/access/users_page.h"

#include "app/net/message.h"
#include "app/office/access/access_routes.h"
#include "app/office/access/staff_list.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

std::string roles_text_of(const reg::StaffMember& member) {
  if (member.roles.empty()) return "works here no more";
  std::string words;
  for (const auto role : member.roles) {
    words += (words.empty() ? "" : ", ") + std::string(text_of(role));
  }
  return words;
}

Html acting_lines(const std::vector<reg::ActingRole>& acting) {
  Html lines;
  for (const auto& each : acting) {
    lines +=
        element("p", {attr("class", "govuk-body")},
                text(fmt::format("Acting {} from {} to {}, named by {}.", text_of(each.role()),
                                 each.first().text(), each.last().text(), each.named_by().text())));
  }
  return lines;
}

Html day_field(const Visit& visit, const FormErrors& errors, const char* name, const char* label) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = visit.typed(name);
  field.error = errors.of(name);
  field.type = "date";
  field.width = "10";
  return input_field(field);
}

Html acting_form(const UserLine& line, const Visit& visit, const FormErrors& errors) {
  Field role;
  role.name = "role";
  role.label = "Role";
  role.value = visit.typed("role");
  role.error = errors.of("role");
  std::vector<Choice> choices{{"", "Choose a role"}};
  for (const auto each : reg::kRoles) {
    choices.push_back({std::string(text_of(each)), std::string(text_of(each))});
  }
  const auto fields = join({hidden_field("id", line.member.id), select_field(role, choices),
                            day_field(visit, errors, "from", "First day"),
                            day_field(visit, errors, "to", "Last day"), button("Name as acting")});
  return part("acting", "Acting in another's role",
              acting_lines(line.acting) + post_form("/users/acting", visit.who.form_token, fields));
}

Html account_buttons(const UserLine& line, bool is_head, const Visit& visit) {
  const auto& id = line.member.id;
  Html forms;
  if (line.member.roles.empty()) return forms;
  if (!line.has_account && is_head) {
    forms += action_form(visit, "/users/invite", id, "Invite", "");
  }
  if (line.has_account && is_head) {
    forms +=
        action_form(visit, "/users/reset", id, "Forget password and app, invite anew", "warning");
  }
  if (line.has_account) forms += action_form(visit, "/users/sign-out", id, "Sign out everywhere");
  if (!line.locked) forms += action_form(visit, "/users/lock", id, "Lock", "warning");
  if (line.locked && is_head) forms += action_form(visit, "/users/unlock", id, "Unlock", "");
  return forms;
}

}  // namespace

Html users_page(const UsersView& view, const Visit& visit, const FormErrors& errors) {
  PageFrame frame = visit.frame;
  frame.title = "Users";
  frame.path = "/users";
  frame.errors = errors;
  Table all{"Everybody on the staff list", {"Name", "Position and roles", "Account"}, {}};
  for (const auto& line : view.lines) {
    all.rows.push_back(
        {link("/users/person?id=" + net::encoded(line.member.id), line.member.name.text()),
         text(line.member.position.text() + ": " + roles_text_of(line.member)),
         tag(line.state, line.look)});
  }
  const auto list = view.lines.empty()
                        ? calm("Nobody is on the staff list yet.")
                        : element("div",
                                  {attr("class", "hb-scroll"), attr("tabindex", "0"),
                                   attr("role", "region"), attr("aria-label", "Users")},
                                  table(all));
  Html main = join({heading("Users", 1), list,
                    element("p", {attr("class", "govuk-body")},
                            link("/devices", "Classroom devices and day passes"))});
  if (view.may_name) main += add_staff_form(visit, errors, view.classes);
  return page(frame, main);
}

Html person_page(const UserLine& line, const UsersView& view, const Visit& visit,
                 const FormErrors& errors) {
  const bool is_head = view.may_name;
  PageFrame frame = visit.frame;
  frame.title = line.member.name.text();
  frame.errors = errors;
  const auto about =
      element("p", {attr("class", "govuk-body")},
              join({text(line.member.position.text() + ": " + roles_text_of(line.member) + " "),
                    tag(line.state, line.look)}));
  Html main = join({heading(frame.title, 1), about});
  if (line.is_oneself) {
    main += element("p", {attr("class", "govuk-body")}, link("/account", "Your own account"));
  } else {
    main += element("div", {attr("class", "hb-account")}, account_buttons(line, is_head, visit));
  }
  if (is_head) main += change_staff_form(line, visit, errors, view.classes);
  const bool works_here = !line.member.roles.empty();
  if (is_head && !line.is_oneself && works_here) {
    main += acting_form(line, visit, errors) + leave_staff_form(line, visit, errors);
  }
  main += element("p", {attr("class", "govuk-body")}, link("/users", "All users"));
  return page(frame, main);
}

}  // namespace handbell::office
