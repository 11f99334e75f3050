#include "app/office/access/sign_in.h"

#include "app/base/text.h"
#include "app/office/access/access_trail.h"
#include "app/office/access/password.h"
#include "app/office/access/totp.h"
#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kBrowserDays = 365;
constexpr Millis kCodeTime = minutes(5);
constexpr std::size_t kRecoveryLetters = 16;

Html sign_in_form(const std::string& name, const FormErrors& errors, bool on_device) {
  Field who;
  who.name = "name";
  who.label = "Your name";
  who.value = name;
  who.error = errors.of("name");
  who.width = "20";
  who.longest = 80;
  who.autocomplete = "username";
  Field password;
  password.name = "password";
  password.label = "Password";
  password.error = errors.of("password");
  password.type = "password";
  password.width = "20";
  password.longest = 512;
  password.autocomplete = "current-password";
  Html more =
      on_device ? element("p", {attr("class", "govuk-body")}, link("/pin", "Sign in with your PIN"))
                : Html();
  more += element("p", {attr("class", "govuk-body")}, link("/join", "I have an invitation code"));
  return join(
      {heading("Sign in", 1),
       open_form("/sign-in", join({input_field(who), input_field(password), button("Sign in")})),
       more});
}

net::Response sign_in_page(Access& access, const net::Request& request, const std::string& name,
                           const FormErrors& errors) {
  const bool on_device = access.device_of(request).has_value();
  return shown(frame_for(access, "Sign in", errors), sign_in_form(name, errors, on_device));
}

net::Response code_page(Access& access, const FormErrors& errors) {
  Field code;
  code.name = "code";
  code.label = "Code";
  code.hint = "The six figures that your authenticator app shows, or one of your recovery codes.";
  code.error = errors.of("code");
  code.width = "20";
  code.longest = 40;
  code.autocomplete = "one-time-code";
  const auto main =
      join({heading("Enter the code of your app", 1),
            open_form("/sign-in/code", join({input_field(code), button("Continue")})),
            element("p", {attr("class", "govuk-body")}, link("/sign-in", "Start again"))});
  return shown(frame_for(access, "Enter the code of your app", errors), main);
}

net::Response waiting(const Access& access, net::Response response) {
  if (response.status == 422) response.status = 429;
  response.late = access.late;
  return response;
}

/// Who is asked about in one try, and what it counts for.
struct Try {
  std::string name;
  std::string staff;  ///< id; empty: nobody of that name
  store::Account account;
  std::vector<reg::Role> roles;
  std::vector<std::string> keys;
};

Result<Try> try_of(Access& access, const net::Request& request, const std::string& name) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  Try made{name, "", {}, {}, {"from " + request.peer, "who " + folded(name)}};
  const auto* member = people->staff->named(name);
  if (member == nullptr) return made;
  made.staff = member->id;
  made.roles = reg::roles_on(*member, people->staff->acting, people->today);
  made.keys.back() = "who " + member->id;
  const auto account = access.parts.accounts.of(member->id);
  if (!account) return fail(account.error());
  if (*account) made.account = **account;
  const std::string browser = cookie_in(request, kBrowserCookie);
  if (browser.empty()) return made;
  const auto hash = store::hash_of(browser);
  const auto known = access.parts.accounts.knows_browser(hash, member->id, access.now());
  if (!known) return fail(known.error());
  if (*known) made.keys = {"browser " + hash + " " + member->id};
  return made;
}

net::Response let_in(Access& access, const net::Request& request, const Try& who) {
  const auto device = access.device_of(request);
  if (!who.account.pin.empty()) (void)access.parts.accounts.count_pin(who.staff, true);
  if (device && !has_wider_role(who.roles)) {
    net::Response response = gone_to("/");
    const Status begun =
        access.begin_session(response, {"", who.staff, "", device->id, false, {}, {}});
    if (!begun) return failed(access, begun.error());
    trail_of(access, reg::ReadKind::sign_in, who.staff, "password, on " + device->name);
    return response;
  }
  if (who.account.totp.empty()) {
    FormErrors errors;
    errors.add("name",
               "Sign in on a classroom device, or ask the headteacher for a new invitation: "
               "your account has no authenticator app.");
    return sign_in_page(access, request, who.name, errors);
  }
  net::Response response = gone_to("/sign-in/code");
  const Step step{StepKind::code, who.staff, {}, "", {}, access.now() + kCodeTime};
  set_cookie(response, kStepCookie, access.steps.begin(step, access.parts.random));
  return response;
}

/// By the app's six figures or, once each, by a recovery code.
Result<bool> is_right_code(Access& access, const store::Account& account,
                           const std::string& typed) {
  const std::string plain = store::plain_code(typed);
  if (plain.size() == kRecoveryLetters) {
    return access.parts.accounts.take_recovery(account.staff, store::hash_of(plain));
  }
  const auto step = totp_step_of(account.totp, plain, access.now(), account.totp_step);
  if (!step) return false;
  return access.parts.accounts.take_step(account.staff, *step);
}

net::Response finish(Access& access, const net::Request& request, const std::string& staff) {
  access.steps.end(cookie_in(request, kStepCookie));
  net::Response response = gone_to("/");
  const auto device = access.device_of(request);
  Status begun =
      access.begin_session(response, {"", staff, "", device ? device->id : 0, true, {}, {}});
  if (!begun) return failed(access, begun.error());
  std::string browser = cookie_in(request, kBrowserCookie);
  if (browser.empty()) browser = store::new_secret(access.parts.random);
  set_cookie(response, kBrowserCookie, browser, kBrowserDays);
  const Instant until = access.now() + hours(24L * kBrowserDays);
  begun = access.parts.accounts.know_browser(store::hash_of(browser), staff, until);
  if (!begun) return failed(access, begun.error());
  trail_of(access, reg::ReadKind::sign_in, staff, "password and code, " + from_words(request));
  return response;
}

}  // namespace

bool has_wider_role(const std::vector<reg::Role>& roles) {
  return std::ranges::any_of(roles, [](reg::Role role) { return role != reg::Role::teacher; });
}

std::string first_place(Access& access, const net::Request& request) {
  if (!access.is_set_up()) return "/set-up";
  return access.device_of(request) ? "/pin" : "/sign-in";
}

net::Response show_sign_in(Access& access, const net::Request& request) {
  if (!access.is_set_up()) return gone_to("/set-up");
  return sign_in_page(access, request, "", {});
}

net::Response post_sign_in(Access& access, const net::Request& request) {
  const auto form = net::parse_fields(request.body);
  const std::string name = typed_in(form, "name");
  const std::string password = as_typed_anywhere(net::field(form, "password"));
  FormErrors errors;
  if (name.empty()) errors.add("name", "Enter your name.");
  if (password.empty()) errors.add("password", "Enter your password.");
  if (!errors.empty()) return sign_in_page(access, request, name, errors);
  const auto who = try_of(access, request, name);
  if (!who) return failed(access, who.error());
  if (const auto wait = access.throttle.begin(who->keys, access.parts.clock().steady);
      wait.count > 0) {
    trail_refused(access, who->staff, "too many tries, " + from_words(request));
    errors.add("password", wait_words(wait));
    return waiting(access, sign_in_page(access, request, name, errors));
  }
  const bool active = who->account.active() && !who->roles.empty();
  if (!password_matches(active ? who->account.password : "", password)) {
    trail_refused(access, who->staff, "wrong password, " + from_words(request));
    errors.add("password", "The name or the password is wrong.");
    return sign_in_page(access, request, name, errors);
  }
  access.throttle.right(who->keys);
  return let_in(access, request, *who);
}

net::Response show_code(Access& access, const net::Request& request) {
  const auto step =
      access.steps.find(cookie_in(request, kStepCookie), StepKind::code, access.now());
  return step ? code_page(access, {}) : gone_to("/sign-in");
}

net::Response post_code(Access& access, const net::Request& request) {
  const auto step =
      access.steps.find(cookie_in(request, kStepCookie), StepKind::code, access.now());
  if (!step) return gone_to("/sign-in");
  const std::vector<std::string> keys{"code " + step->staff};
  FormErrors errors;
  const auto typed = typed_in(net::parse_fields(request.body), "code");
  if (typed.empty()) {
    errors.add("code", "Enter the code.");
    return code_page(access, errors);
  }
  if (const auto wait = access.throttle.begin(keys, access.parts.clock().steady); wait.count > 0) {
    trail_refused(access, step->staff, "too many codes, " + from_words(request));
    errors.add("code", wait_words(wait));
    return waiting(access, code_page(access, errors));
  }
  const auto account = access.parts.accounts.of(step->staff);
  if (!account) return failed(access, account.error());
  if (!*account || !(*account)->active()) return gone_to("/sign-in");
  const auto right = is_right_code(access, **account, typed);
  if (!right) return failed(access, right.error());
  if (!*right) {
    trail_refused(access, step->staff, "wrong code, " + from_words(request));
    errors.add("code", "That code does not count, or was used already. Wait for the next one.");
    return code_page(access, errors);
  }
  access.throttle.right(keys);
  return finish(access, request, step->staff);
}

}  // namespace handbell::office
