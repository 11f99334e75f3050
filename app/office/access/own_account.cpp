// The page Account: what everybody changes for himself or herself.
#include "app/base/school_time.h"
#include "app/office/access/access_routes.h"
#include "app/office/access/join_page.h"
#include "app/office/access/password.h"
#include "app/office/access/totp.h"
#include "app/store/secret_code.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr Millis kAppTime = minutes(15);

Html password_form(const Visit& visit, const FormErrors& errors) {
  return part("change-password", "Password",
              post_form("/account/password", visit.who.form_token,
                        join({secret_field("current", "Present password", "", errors),
                              secret_field("password", "New password",
                                           "At least 12 characters. You then sign in again, "
                                           "everywhere.",
                                           errors),
                              secret_field("again", "The same password again", "", errors),
                              button("Change the password")})));
}

Html pin_form(const Visit& visit, const FormErrors& errors) {
  if (!visit.who.has(reg::Role::teacher)) return {};
  return part("change-pin", "PIN",
              post_form("/account/pin", visit.who.form_token,
                        join({secret_field("pin-password", "Password", "", errors),
                              pin_field(errors), button("Change the PIN")})));
}

Html app_form(const Visit& visit, const store::Account& account, const FormErrors& errors) {
  const auto left = account.totp.empty()
                        ? std::string("No authenticator app is set up.")
                        : fmt::format("{} recovery codes are left.", account.recovery_left);
  return part(
      "change-app", "Authenticator app and recovery codes",
      paragraph(left) + post_form("/account/app", visit.who.form_token,
                                  join({secret_field("app-password", "Password", "", errors),
                                        button("Set the app up anew", "secondary")})));
}

Html session_list(Access& access, const Visit& visit) {
  Html lines;
  for (const auto& row : access.parts.sessions.of(visit.who.staff, access.now())) {
    lines += element("li", text(fmt::format("Signed in at {}{}", local_hh_mm(row.begun),
                                            row.device != 0 ? ", on a classroom device" : "")));
  }
  return part("sessions", "Where you are signed in",
              join({element("ul", {attr("class", "govuk-list govuk-list--bullet")}, lines),
                    post_form("/account/sign-out", visit.who.form_token,
                              button("Sign out everywhere", "secondary"))}));
}

/// Somebody with a day pass has no account.
Result<std::optional<store::Account>> own_account(Access& access, const Visit& visit) {
  if (visit.who.staff.empty()) return std::optional<store::Account>();
  return access.parts.accounts.of(visit.who.staff);
}

Result<Answer> show_own(Access& access, const Visit& visit, const FormErrors& errors = {}) {
  const auto account = own_account(access, visit);
  if (!account) return fail(account.error());
  if (!*account) return not_found(visit);
  PageFrame frame = visit.frame;
  frame.title = "Your account";
  frame.errors = errors;
  return page_answer(page(frame, join({heading("Your account", 1), session_list(access, visit),
                                       password_form(visit, errors), pin_form(visit, errors),
                                       app_form(visit, **account, errors)})),
                     errors.empty() ? 200 : 422);
}

/// The present password, asked again before anything is changed. On the workers, counted as tries.
void check_present(Access& access, const Visit& visit, const std::string& field,
                   FormErrors& errors) {
  const std::vector<std::string> keys{"own " + visit.who.staff};
  const auto wait = access.throttle.begin(keys, access.parts.clock().steady);
  if (wait.count > 0) return errors.add(field, wait_words(wait));
  const auto account = own_account(access, visit);
  const std::string hash = account && *account ? (*account)->password : "";
  const std::string typed = as_typed_anywhere(net::field(visit.form, field));
  const auto right = access.parts.workers.ask([&] { return password_matches(hash, typed); });
  if (!right) return errors.add(field, "Many people sign in just now. Try again in a moment.");
  if (!*right) return errors.add(field, "The password is wrong.");
  access.throttle.right(keys);
}

Result<std::string> hashed_by(Access& access, const std::string& secret) {
  auto hash = access.parts.workers.ask([&] { return hash_password(secret); });
  if (!hash || hash->empty()) return fail(FaultCode::program_failed, "The new password");
  return *hash;
}

Result<Answer> change_password(Access& access, const Visit& visit) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  FormErrors errors;
  const auto fresh = as_typed_anywhere(net::field(visit.form, "password"));
  const auto wrong = why_no_password(fresh, {visit.who.author.name(), people->school});
  if (!wrong.empty()) errors.add("password", wrong);
  if (wrong.empty() && as_typed_anywhere(net::field(visit.form, "again")) != fresh) {
    errors.add("again", "Type the same password again.");
  }
  if (errors.empty()) check_present(access, visit, "current", errors);
  if (!errors.empty()) return show_own(access, visit, errors);
  const auto hash = hashed_by(access, fresh);
  if (!hash) return fail(hash.error());
  auto& accounts = access.parts.accounts;
  if (Status done = accounts.change(visit.who.staff, {*hash}); !done) return fail(done.error());
  if (Status out = accounts.end_sessions_of(visit.who.staff); !out) return fail(out.error());
  return noted(go_to("/sign-in"), reg::ReadKind::account, "own password changed");
}

Result<Answer> change_pin(Access& access, const Visit& visit) {
  if (!visit.who.has(reg::Role::teacher)) return not_found(visit);
  FormErrors errors;
  const auto pin = visit.typed("pin");
  if (const auto wrong = why_no_pin(pin); !wrong.empty()) errors.add("pin", wrong);
  if (errors.empty()) check_present(access, visit, "pin-password", errors);
  if (!errors.empty()) return show_own(access, visit, errors);
  const auto hash = hashed_by(access, pin);
  if (!hash) return fail(hash.error());
  if (Status done = access.parts.accounts.change(visit.who.staff, {"", *hash}); !done) {
    return fail(done.error());
  }
  return noted(go_to("/account", "Your PIN is changed."), reg::ReadKind::account,
               "own PIN changed");
}

Result<Answer> begin_app(Access& access, const Visit& visit) {
  FormErrors errors;
  check_present(access, visit, "app-password", errors);
  if (!errors.empty()) return show_own(access, visit, errors);
  const Step step{
      StepKind::app,          visit.who.staff, {}, "", new_totp_secret(access.parts.random),
      access.now() + kAppTime};
  Answer answer = go_to("/account/app");
  set_cookie(answer.response, kStepCookie, access.steps.begin(step, access.parts.random));
  return answer;
}

std::optional<Step> app_step(Access& access, const Visit& visit) {
  const auto step =
      access.steps.find(cookie_in(visit.request, kStepCookie), StepKind::app, access.now());
  return step && step->staff == visit.who.staff ? step : std::nullopt;
}

Result<Answer> app_page(Access& access, const Visit& visit, const FormErrors& errors) {
  const auto step = app_step(access, visit);
  if (!step) return go_to("/account");
  JoinView view{visit.who.author.name(), visit.frame.school, step->secret, false, true};
  PageFrame frame = visit.frame;
  frame.title = "Set the app up anew";
  frame.errors = errors;
  return page_answer(
      page(frame, join({heading(frame.title, 1),
                        post_form("/account/app/code", visit.who.form_token,
                                  app_part(view, errors) + button("Use this app"))})),
      errors.empty() ? 200 : 422);
}

Result<Answer> show_app(Access& access, const Visit& visit) { return app_page(access, visit, {}); }

Result<Answer> finish_app(Access& access, const Visit& visit) {
  const auto step = app_step(access, visit);
  if (!step) return go_to("/account");
  const auto counted = totp_step_of(step->secret, visit.typed("code"), access.now(), 0);
  if (!counted) {
    FormErrors errors;
    errors.add("code", "Enter the six figures that the app shows now.");
    return app_page(access, visit, errors);
  }
  access.steps.end(cookie_in(visit.request, kStepCookie));
  auto& accounts = access.parts.accounts;
  const auto codes = new_recovery_codes(access.parts.random);
  std::vector<std::string> hashes;
  for (const auto& code : codes) hashes.push_back(store::hash_of_code(code));
  const Status done = accounts.change(visit.who.staff, {"", "", step->secret, *counted});
  if (!done) return fail(done.error());
  if (Status kept = accounts.renew_recovery(visit.who.staff, hashes); !kept) {
    return fail(kept.error());
  }
  PageFrame frame = visit.frame;
  frame.title = "The app is set up";
  return noted(page_answer(page(frame, join({heading(frame.title, 1), recovery_list(codes),
                                             element("p", {attr("class", "govuk-body")},
                                                     link("/account", "Back to your account"))}))),
               reg::ReadKind::account, "own app and recovery codes made anew");
}

Result<Answer> sign_out_everywhere(Access& access, const Visit& visit) {
  if (visit.who.staff.empty()) return not_found(visit);
  const Status done = access.parts.accounts.end_sessions_of(visit.who.staff);
  if (!done) return fail(done.error());
  return noted(go_to("/sign-in"), reg::ReadKind::sign_out, "everywhere");
}

Result<Answer> show_plain(Access& access, const Visit& visit) { return show_own(access, visit); }

}  // namespace

Routes account_routes(Access& access) {
  const auto to = [&access](Result<Answer> (*act)(Access&, const Visit&)) -> Handler {
    return [&access, act](const Visit& visit, store::Register&) { return act(access, visit); };
  };
  return {{"GET", "/account", every_role(), Runs::reading, to(show_plain)},
          {"POST", "/account/password", every_role(), Runs::reading, to(change_password)},
          {"POST", "/account/pin", every_role(), Runs::reading, to(change_pin)},
          {"POST", "/account/app", every_role(), Runs::reading, to(begin_app)},
          {"GET", "/account/app", every_role(), Runs::reading, to(show_app)},
          {"POST", "/account/app/code", every_role(), Runs::reading, to(finish_app)},
          {"POST", "/account/sign-out", every_role(), Runs::reading, to(sign_out_everywhere)}};
}

}  // namespace handbell::office
