#include "app/office/access/classroom.h"

#include "app/office/access/access_trail.h"
#include "app/office/access/password.h"
#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kMostWrongPins = 10;
constexpr int kDeviceDays = 400;

net::Response code_form_page(Access& access, const std::string& title, const std::string& place,
                             const std::string& hint, const FormErrors& errors) {
  Field code;
  code.name = "code";
  code.label = "Code";
  code.hint = hint;
  code.error = errors.of("code");
  code.width = "20";
  code.longest = 40;
  const auto main = join(
      {heading(title, 1), open_form(place, join({input_field(code), button("Continue")})),
       element("p", {attr("class", "govuk-body")}, link("/sign-in", "Sign in with a password"))});
  return shown(frame_for(access, title, errors), main);
}

net::Response device_page(Access& access, const FormErrors& errors) {
  return code_form_page(access, "Enrol this classroom device", "/device",
                        "The office makes it on its page Devices.", errors);
}

net::Response pass_page(Access& access, const FormErrors& errors) {
  return code_form_page(access, "Day pass", "/day-pass",
                        "The office made it for you today. It opens your class until the evening.",
                        errors);
}

/// The teachers of the device's classes who have a PIN.
Result<std::vector<Choice>> teachers_of(Access& access, const store::Device& device) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  const auto accounts = access.parts.accounts.all();
  if (!accounts) return fail(accounts.error());
  std::vector<Choice> found;
  for (const auto& member : people->staff->members) {
    const auto account = std::ranges::find(*accounts, member.id, &store::Account::staff);
    if (account == accounts->end() || !account->active() || account->pin.empty()) continue;
    const auto roles = reg::roles_on(member, people->staff->acting, people->today);
    const bool here = std::ranges::any_of(member.classes, [&](const auto& name) {
      return std::ranges::find(device.classes, name) != device.classes.end();
    });
    const bool teaches = std::ranges::find(roles, reg::Role::teacher) != roles.end();
    if (here && teaches) found.push_back({member.id, member.name.text()});
  }
  std::ranges::sort(found, {}, &Choice::label);
  return found;
}

Html other_ways() {
  return element("p", {attr("class", "govuk-body")},
                 join({link("/day-pass", "I have a day pass"), text(" · "),
                       link("/sign-in", "Sign in with a password")}));
}

net::Response pin_page(Access& access, const store::Device& device, const std::string& chosen,
                       const FormErrors& errors) {
  const auto teachers = teachers_of(access, device);
  if (!teachers) return failed(access, teachers.error());
  const auto frame = frame_for(access, "Who are you?", errors);
  if (teachers->empty()) {
    return shown(frame, join({heading("Who are you?", 1),
                              calm("No teacher of this device's classes has a PIN yet. Ask the "
                                   "office for an invitation."),
                              other_ways()}));
  }
  Field who;
  who.name = "who";
  who.label = "Your name";
  who.value = teachers->size() == 1 ? teachers->front().value : chosen;
  who.error = errors.of("who");
  Field pin;
  pin.name = "pin";
  pin.label = "PIN";
  pin.error = errors.of("pin");
  pin.type = "password";
  pin.inputmode = "numeric";
  pin.width = "10";
  pin.longest = 6;
  return shown(frame, join({heading("Who are you?", 1), paragraph(device.name),
                            open_form("/pin", join({radio_field(who, *teachers), input_field(pin),
                                                    button("Open")})),
                            other_ways()}));
}

net::Response open_with(Access& access, store::SessionRow row) {
  net::Response response = gone_to("/");
  const Status begun = access.begin_session(response, std::move(row));
  return begun ? response : failed(access, begun.error());
}

bool offered(const std::vector<Choice>& teachers, const std::string& who) {
  return std::ranges::find(teachers, who, &Choice::value) != teachers.end();
}

/// Empty where the PIN is right.
Result<std::string> why_not(Access& access, const std::string& who, const std::string& pin) {
  auto& accounts = access.parts.accounts;
  const auto account = accounts.of(who);
  if (!account) return fail(account.error());
  if (!*account || !(*account)->active()) return "That PIN is wrong.";
  if ((*account)->pin_wrong >= kMostWrongPins) {
    return "Too many wrong PINs: sign in with your password once.";
  }
  const std::vector<std::string> keys{"pin " + who};
  if (const auto wait = access.throttle.begin(keys, access.parts.clock().steady); wait.count > 0) {
    return wait_words(wait);
  }
  const bool right = password_matches((*account)->pin, pin);
  if (Status counted = accounts.count_pin(who, right); !counted) return fail(counted.error());
  if (!right) return "That PIN is wrong.";
  access.throttle.right(keys);
  return "";
}

}  // namespace

net::Response show_device(Access& access, const net::Request& request) {
  if (access.device_of(request)) return gone_to("/pin");
  return device_page(access, {});
}

net::Response post_device(Access& access, const net::Request& request) {
  const auto code = typed_in(net::parse_fields(request.body), "code");
  FormErrors errors;
  const auto wait = access.throttle.begin({"device " + request.peer}, access.parts.clock().steady);
  if (wait.count > 0) {
    trail_refused(access, "", "too many codes for a device, " + from_words(request));
    errors.add("code", wait_words(wait));
    net::Response response = device_page(access, errors);
    response.status = 429;
    return response;
  }
  const std::string cookie = store::new_secret(access.parts.random);
  const auto device =
      access.parts.accounts.enrol(store::hash_of_code(code), store::hash_of(cookie), access.now());
  if (!device) return failed(access, device.error());
  if (!*device) {
    trail_refused(access, "", "wrong code for a device, " + from_words(request));
    errors.add("code", "That code does not count: it is used up, too old, or mistyped.");
    return device_page(access, errors);
  }
  access.throttle.right({"device " + request.peer});
  if (const auto made_by = reg::Author::parse((*device)->made_by)) {
    trail(access, reg::ReadKind::device, *made_by,
          (*device)->name + " is enrolled, " + from_words(request));
  }
  net::Response response = gone_to("/pin");
  set_cookie(response, kDeviceCookie, cookie, kDeviceDays);
  return response;
}

net::Response show_pin(Access& access, const net::Request& request) {
  const auto device = access.device_of(request);
  return device ? pin_page(access, *device, "", {}) : gone_to("/device");
}

net::Response post_pin(Access& access, const net::Request& request) {
  const auto device = access.device_of(request);
  if (!device) return gone_to("/device");
  const auto form = net::parse_fields(request.body);
  const std::string who = typed_in(form, "who");
  const auto teachers = teachers_of(access, *device);
  if (!teachers) return failed(access, teachers.error());
  FormErrors errors;
  if (!offered(*teachers, who)) errors.add("who", "Choose your name.");
  if (typed_in(form, "pin").empty()) errors.add("pin", "Enter your PIN.");
  if (!errors.empty()) return pin_page(access, *device, who, errors);
  const auto wrong = why_not(access, who, typed_in(form, "pin"));
  if (!wrong) return failed(access, wrong.error());
  if (wrong->empty()) {
    trail_of(access, reg::ReadKind::sign_in, who, "PIN, on " + device->name);
    return open_with(access, {"", who, "", device->id, false, {}, {}});
  }
  trail_refused(access, who, "wrong PIN, on " + device->name);
  errors.add("pin", *wrong);
  return pin_page(access, *device, who, errors);
}

net::Response show_day_pass(Access& access, const net::Request& request) {
  return access.device_of(request) ? pass_page(access, {}) : gone_to("/device");
}

net::Response post_day_pass(Access& access, const net::Request& request) {
  const auto device = access.device_of(request);
  if (!device) return gone_to("/device");
  const std::vector<std::string> keys{"pass " + std::to_string(device->id)};
  FormErrors errors;
  if (const auto wait = access.throttle.begin(keys, access.parts.clock().steady); wait.count > 0) {
    trail_refused(access, "", "too many day passes, on " + device->name);
    errors.add("code", wait_words(wait));
    net::Response response = pass_page(access, errors);
    response.status = 429;
    return response;
  }
  const auto hash = store::hash_of_code(typed_in(net::parse_fields(request.body), "code"));
  const auto passes = access.parts.accounts.passes(access.site_now());
  if (!passes) return failed(access, passes.error());
  const auto pass = std::ranges::find(*passes, hash, &store::DayPass::hash);
  if (pass == passes->end()) {
    trail_refused(access, "", "wrong day pass, on " + device->name);
    errors.add("code", "That code does not count today. Ask the office.");
    return pass_page(access, errors);
  }
  access.throttle.right(keys);
  if (const auto by = reg::Author::from(pass->name, "Supply teacher")) {
    trail(access, reg::ReadKind::sign_in, *by, "day pass, on " + device->name);
  }
  return open_with(access, {"", "", hash, device->id, false, {}, {}});
}

}  // namespace handbell::office
