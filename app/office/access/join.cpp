#include "app/office/access/join.h"

#include "app/office/access/access_trail.h"
#include "app/office/access/join_page.h"
#include "app/office/access/password.h"
#include "app/office/access/sign_in.h"
#include "app/office/access/staff_list.h"
#include "app/office/access/totp.h"
#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr Millis kJoinTime = minutes(30);

net::Response begin_join(Access& access, Step step) {
  step.kind = StepKind::join;
  step.secret = new_totp_secret(access.parts.random);
  step.until = access.now() + kJoinTime;
  net::Response response = gone_to("/join/account");
  set_cookie(response, kStepCookie, access.steps.begin(step, access.parts.random));
  return response;
}

/// Nothing, with what is wrong, where the code does not count. `staff`: whose it is.
Result<std::optional<std::string>> owner_of(Access& access, const net::Request& request,
                                            const std::string& typed, FormErrors& errors) {
  const std::vector<std::string> keys{"invitation " + request.peer};
  if (const auto wait = access.throttle.begin(keys, access.parts.clock().steady); wait.count > 0) {
    trail_refused(access, "", "too many invitation codes, " + from_words(request));
    errors.add("code", wait_words(wait));
    return std::optional<std::string>();
  }
  auto staff = access.parts.accounts.invited(store::hash_of_code(typed), access.now());
  if (staff && *staff) {
    access.throttle.right(keys);
  } else if (staff) {
    trail_refused(access, "", "wrong invitation code, " + from_words(request));
    errors.add("code", "That code does not count: it is used up, too old, or mistyped.");
  }
  return staff;
}

bool may_be_first(const reg::StaffMember& member) {
  return member.has(reg::Role::head) || member.has(reg::Role::office) ||
         member.has(reg::Role::technician);
}

/// The person that was typed, or what is wrong with it.
std::optional<reg::StaffMember> typed_person(const net::Fields& form, const reg::Staff& staff,
                                             FormErrors& errors) {
  const auto name = NamePart::parse(typed_in(form, "name"));
  const auto position = NamePart::parse(typed_in(form, "position"));
  if (!name) errors.add("name", "Enter your name, as it is to stand in the register.");
  if (!position) errors.add("position", "Enter your position, for example Headteacher.");
  const auto role = typed_in(form, "role");
  if (role != "head" && role != "office") errors.add("role", "Choose what you do.");
  if (name && staff.named(name->text()) != nullptr) {
    errors.add("name", "Somebody of that name is on the staff list: choose it there.");
  }
  if (!errors.empty()) return std::nullopt;
  return reg::StaffMember{free_staff_id(staff),
                          *name,
                          *position,
                          {role == "head" ? reg::Role::head : reg::Role::office},
                          {}};
}

/// Who sets Handbell up: one of the staff list, or one who is put there.
std::optional<Step> first_person(const net::Fields& form, const reg::Staff& staff,
                                 FormErrors& errors) {
  const std::string chosen = typed_in(form, "staff");
  if (chosen.empty()) {
    auto fresh = typed_person(form, staff, errors);
    if (!fresh) return std::nullopt;
    return Step{StepKind::join, fresh->id, fresh, "", {}, {}};
  }
  const auto* member = staff.named(chosen);
  if (member == nullptr || !may_be_first(*member)) {
    errors.add("staff", "Choose a name of the list, or type yours below.");
    return std::nullopt;
  }
  return Step{StepKind::join, member->id, {}, "", {}, {}};
}

net::Response set_up_page(Access& access, const People& people, const net::Fields& form,
                          const FormErrors& errors) {
  std::vector<Choice> choices;
  for (const auto& member : people.staff->members) {
    if (may_be_first(member)) {
      choices.push_back({member.id, member.name.text() + ", " + member.position.text()});
    }
  }
  return shown(frame_for(access, "Set Handbell up", errors), set_up_form(choices, form, errors));
}

/// Who joins, from the list or as typed at set-up.
Result<std::optional<reg::StaffMember>> member_of(Access& access, const Step& step) {
  if (step.fresh) return step.fresh;
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  const auto* member = people->staff->named(step.staff);
  return member == nullptr ? std::nullopt : std::optional(*member);
}

JoinView view_of(Access& access, const Step& step, const reg::StaffMember& member) {
  const auto people = access.parts.people();
  JoinView view;
  view.name = member.name.text();
  view.school = people ? people->school : "";
  view.secret = step.secret;
  view.has_pin = member.has(reg::Role::teacher);
  view.needs_app = has_wider_role(member.roles);
  return view;
}

struct Chosen {
  std::string password;
  std::string pin;
  std::int64_t step = 0;
  bool has_app = false;
};

Chosen chosen_in(Access& access, const JoinView& view, const net::Fields& form,
                 FormErrors& errors) {
  Chosen chosen;
  chosen.password = as_typed_anywhere(net::field(form, "password"));
  const auto wrong = why_no_password(chosen.password, {view.name, view.school});
  if (!wrong.empty()) errors.add("password", wrong);
  if (wrong.empty() && as_typed_anywhere(net::field(form, "again")) != chosen.password) {
    errors.add("again", "Type the same password again.");
  }
  if (view.has_pin) {
    chosen.pin = typed_in(form, "pin");
    if (const auto unfit = why_no_pin(chosen.pin); !unfit.empty()) errors.add("pin", unfit);
  }
  const std::string code = typed_in(form, "code");
  chosen.has_app = view.needs_app || !code.empty();
  if (!chosen.has_app) return chosen;
  const auto step = totp_step_of(view.secret, code, access.now(), 0);
  if (!step) errors.add("code", "Enter the six figures that the app shows now.");
  chosen.step = step.value_or(0);
  return chosen;
}

/// The invitation may have ended, or somebody else have set Handbell up meanwhile.
Result<bool> still_counts(Access& access, const Step& step) {
  const auto owner = access.parts.accounts.invited(step.code, access.now());
  if (!owner) return fail(owner.error());
  if (!*owner) return false;
  return **owner == step.staff || ((*owner)->empty() && !access.is_set_up());
}

net::Response make_account(Access& access, const Step& step, const JoinView& view,
                           const Chosen& chosen) {
  store::Account account;
  account.staff = step.staff;
  account.password = hash_password(chosen.password);
  if (!chosen.pin.empty()) account.pin = hash_password(chosen.pin);
  const bool hashed = !account.password.empty() && (chosen.pin.empty() || !account.pin.empty());
  if (!hashed) return failed(access, {FaultCode::program_failed, "Too little memory: sign-in"});
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  if (chosen.has_app) {
    account.totp = view.secret;
    account.totp_step = chosen.step;
    codes = new_recovery_codes(access.parts.random);
    for (const auto& code : codes) hashes.push_back(store::hash_of_code(code));
  }
  if (step.fresh) {
    if (Status put = access.parts.put_staff(*step.fresh); !put) return failed(access, put.error());
  }
  Status done = access.parts.accounts.activate(account, hashes);
  if (!done) return failed(access, done.error());
  net::Response response = shown(frame_for(access, "Your account is ready"), ready_page(codes));
  done = access.begin_session(response, {"", step.staff, "", 0, chosen.has_app, {}, {}});
  if (!done) return failed(access, done.error());
  trail_of(access, reg::ReadKind::account, step.staff, "made the own account and signed in");
  return response;
}

}  // namespace

net::Response show_set_up(Access& access, const net::Request&) {
  if (access.is_set_up()) return gone_to("/sign-in");
  const auto people = access.parts.people();
  return people ? set_up_page(access, *people, {}, {}) : failed(access, people.error());
}

net::Response post_set_up(Access& access, const net::Request& request) {
  if (access.is_set_up()) return gone_to("/sign-in");
  const auto people = access.parts.people();
  if (!people) return failed(access, people.error());
  const auto form = net::parse_fields(request.body);
  FormErrors errors;
  auto step = first_person(form, *people->staff, errors);
  const auto owner = owner_of(access, request, typed_in(form, "code"), errors);
  if (!owner) return failed(access, owner.error());
  if (*owner && !(*owner)->empty()) errors.add("code", "That is no first-run code.");
  if (!errors.empty() || !step) return set_up_page(access, *people, form, errors);
  step->code = store::hash_of_code(typed_in(form, "code"));
  return begin_join(access, *step);
}

net::Response show_join(Access& access, const net::Request&) {
  return shown(frame_for(access, "Invitation"), join_form({}));
}

net::Response post_join(Access& access, const net::Request& request) {
  const auto typed = typed_in(net::parse_fields(request.body), "code");
  FormErrors errors;
  const auto owner = owner_of(access, request, typed, errors);
  if (!owner) return failed(access, owner.error());
  if (*owner && (*owner)->empty()) return gone_to("/set-up");
  if (!errors.empty()) return shown(frame_for(access, "Invitation", errors), join_form(errors));
  return begin_join(access,
                    {StepKind::join, owner->value(), {}, store::hash_of_code(typed), {}, {}});
}

net::Response show_account(Access& access, const net::Request& request) {
  const auto step =
      access.steps.find(cookie_in(request, kStepCookie), StepKind::join, access.now());
  if (!step) return gone_to("/join");
  const auto member = member_of(access, *step);
  if (!member) return failed(access, member.error());
  if (!*member) return gone_to("/join");
  return shown(frame_for(access, "Make your account"),
               account_form(view_of(access, *step, **member), {}));
}

net::Response post_account(Access& access, const net::Request& request) {
  const std::string cookie = cookie_in(request, kStepCookie);
  const auto step = access.steps.find(cookie, StepKind::join, access.now());
  if (!step) return gone_to("/join");
  const auto member = member_of(access, *step);
  if (!member) return failed(access, member.error());
  const auto counts = still_counts(access, *step);
  if (!counts) return failed(access, counts.error());
  if (!*member || !*counts) return gone_to("/join");
  const auto view = view_of(access, *step, **member);
  FormErrors errors;
  const auto chosen = chosen_in(access, view, net::parse_fields(request.body), errors);
  if (!errors.empty()) {
    return shown(frame_for(access, "Make your account", errors), account_form(view, errors));
  }
  access.steps.end(cookie);
  return make_account(access, *step, view, chosen);
}

}  // namespace handbell::office
