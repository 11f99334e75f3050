// The page Devices: classroom devices, and day passes for supply teachers.
#include "app/base/school_time.h"
#include "app/office/access/access_routes.h"
#include "app/office/web/visitor.h"
#include "app/store/secret_code.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr int kDeviceCodeGroups = 2;
constexpr int kPassGroups = 2;
constexpr Millis kDeviceCodeTime = minutes(30);

bool makes_passes(const Visitor& who) { return who.has_one_of({Role::head, Role::office}); }

std::vector<Choice> class_choices(const std::vector<std::string>& classes) {
  std::vector<Choice> choices;
  for (const auto& name : classes) choices.push_back({name, name});
  return choices;
}

std::vector<std::string> chosen_classes(const Visit& visit,
                                        const std::vector<std::string>& offered) {
  std::vector<std::string> chosen;
  for (const auto& [name, value] : visit.form) {
    if (name == "classes" && std::ranges::find(offered, value) != offered.end() &&
        std::ranges::find(chosen, value) == chosen.end()) {
      chosen.push_back(value);
    }
  }
  return chosen;
}

Field name_field(const Visit& visit, const FormErrors& errors, const char* name, const char* label,
                 const char* hint) {
  Field field;
  field.name = name;
  field.label = label;
  field.hint = hint;
  field.value = visit.typed(name);
  field.error = errors.of(name);
  field.width = "20";
  field.longest = 80;
  return field;
}

Html device_list(const Visit& visit, const std::vector<store::Device>& devices) {
  Html lines;
  for (const auto& device : devices) {
    const auto words = fmt::format("{}: {}{}", device.name, fmt::join(device.classes, ", "),
                                   device.cookie.empty() ? " – its code was not typed yet" : "");
    lines += element("li", join({element("p", {attr("class", "govuk-body")}, text(words)),
                                 action_form(visit, "/devices/remove", std::to_string(device.id),
                                             "Remove " + device.name)}));
  }
  if (lines.empty()) return calm("No device is enrolled.");
  return element("ul", {attr("class", "govuk-list")}, lines);
}

Html new_device_form(const Visit& visit, const std::vector<std::string>& classes,
                     const FormErrors& errors) {
  Field chosen;
  chosen.name = "classes";
  chosen.label = "Whose teachers open it with their PIN?";
  chosen.error = errors.of("classes");
  return post_form(
      "/devices/add", visit.who.form_token,
      join({input_field(name_field(visit, errors, "device", "Name of the device",
                                   "As it is called in school: Owls' tablet.")),
            checkbox_field(chosen, class_choices(classes), chosen_classes(visit, classes)),
            button("Make a code")}));
}

Html pass_list(const Visit& visit, const std::vector<store::DayPass>& passes) {
  Html lines;
  for (const auto& pass : passes) {
    const auto words =
        fmt::format("{}: {}, until {}", pass.name, pass.class_name, local_hh_mm(pass.until));
    lines += element(
        "li",
        join({element("p", {attr("class", "govuk-body")}, text(words)),
              action_form(visit, "/devices/end-pass", pass.hash, "End the pass of " + pass.name)}));
  }
  if (lines.empty()) return calm("No day pass today.");
  return element("ul", {attr("class", "govuk-list")}, lines);
}

Html new_pass_form(const Visit& visit, const std::vector<std::string>& classes,
                   const FormErrors& errors) {
  Field chosen;
  chosen.name = "class";
  chosen.label = "Class";
  chosen.value = visit.typed("class");
  chosen.error = errors.of("class");
  auto choices = class_choices(classes);
  choices.insert(choices.begin(), {"", "Choose a class"});
  return post_form(
      "/devices/pass", visit.who.form_token,
      join({input_field(name_field(visit, errors, "supply", "Supply teacher's name",
                                   "Their own name: what they enter is kept under it.")),
            select_field(chosen, choices), button("Make a day pass")}));
}

Result<Answer> show_devices(Access& access, const Visit& visit, const FormErrors& errors = {}) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  const auto devices = access.parts.accounts.devices();
  if (!devices) return fail(devices.error());
  PageFrame frame = visit.frame;
  frame.title = "Classroom devices";
  frame.errors = errors;
  Html main =
      join({heading("Classroom devices", 1), device_list(visit, *devices),
            part("new-device", "Enrol a device", new_device_form(visit, people->classes, errors))});
  if (makes_passes(visit.who)) {
    const auto passes = access.parts.accounts.passes(visit.now);
    if (!passes) return fail(passes.error());
    main += part("day-passes", "Day passes",
                 pass_list(visit, *passes) + new_pass_form(visit, people->classes, errors));
  }
  return page_answer(page(frame, main), errors.empty() ? 200 : 422);
}

Result<Answer> add_device(Access& access, const Visit& visit) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  FormErrors errors;
  const auto name = NamePart::parse(visit.typed("device"));
  if (!name) errors.add("device", "Enter a name of up to 80 characters.");
  const auto classes = chosen_classes(visit, people->classes);
  if (classes.empty()) errors.add("classes", "Choose a class.");
  if (!errors.empty()) return show_devices(access, visit, errors);
  const auto code = store::new_code(access.parts.random, kDeviceCodeGroups);
  const auto added =
      access.parts.accounts.add_device({name->text(), classes, visit.who.author.text(),
                                        store::hash_of_code(code), access.now() + kDeviceCodeTime});
  if (!added) return fail(added.error());
  return noted(
      show_code_once(visit, "Code for " + name->text(), code,
                     "Open /device of this address on the device and type it there within half "
                     "an hour."),
      reg::ReadKind::device, name->text() + ": code made");
}

Result<Answer> remove_device(Access& access, const Visit& visit) {
  constexpr std::size_t kLongestNumber = 18;
  const auto typed = visit.typed("id");
  const bool number = !typed.empty() && typed.size() <= kLongestNumber &&
                      typed.find_first_not_of("0123456789") == std::string::npos;
  if (!number) return not_found(visit);
  if (Status done = access.parts.accounts.remove_device(std::stoll(typed)); !done) {
    return fail(done.error());
  }
  return noted(go_to("/devices", "The device is removed: nobody opens anything on it."),
               reg::ReadKind::device, "device " + typed + " removed");
}

Result<Answer> add_pass(Access& access, const Visit& visit) {
  const auto people = access.parts.people();
  if (!people) return fail(people.error());
  FormErrors errors;
  const auto name = NamePart::parse(visit.typed("supply"));
  if (!name) errors.add("supply", "Enter the name, up to 80 characters.");
  if (name && people->staff->named(name->text()) != nullptr) {
    errors.add("supply", "That person is on the staff list, and signs in with their own account.");
  }
  const auto class_name = visit.typed("class");
  if (std::ranges::find(people->classes, class_name) == people->classes.end()) {
    errors.add("class", "Choose a class.");
  }
  const auto evening = TimeOfDay::parse("18:00");
  if (!evening) return fail(evening.error());
  const Instant until = from_local(visit.today, *evening);
  if (visit.now >= until) errors.add("supply", "After 18:00 no pass is made for today.");
  if (!errors.empty()) return show_devices(access, visit, errors);
  const auto code = store::new_code(access.parts.random, kPassGroups);
  const Status done = access.parts.accounts.add_pass(
      {store::hash_of_code(code), name->text(), class_name, until, visit.who.author.text()});
  if (!done) return fail(done.error());
  return noted(
      show_code_once(visit, "Day pass for " + name->text(), code,
                     fmt::format("It opens {} on a classroom device until 18:00 today, under "
                                 "\"I have a day pass\".",
                                 class_name)),
      reg::ReadKind::device, name->text() + ": day pass made");
}

Result<Answer> end_pass(Access& access, const Visit& visit) {
  const Status done = access.parts.accounts.end_pass(visit.typed("id"));
  if (!done) return fail(done.error());
  return noted(go_to("/devices", "The day pass has ended."), reg::ReadKind::device,
               "a day pass ended");
}

}  // namespace

Routes devices_routes(Access& access) {
  const std::vector<Role> device{Role::head, Role::office, Role::technician};
  const std::vector<Role> pass{Role::head, Role::office};
  const auto to = [&access](Result<Answer> (*act)(Access&, const Visit&)) -> Handler {
    return [&access, act](const Visit& visit, store::Register&) { return act(access, visit); };
  };
  return {{"GET", "/devices", device, Runs::reading,
           [&access](const Visit& visit, store::Register&) { return show_devices(access, visit); }},
          {"POST", "/devices/add", device, Runs::reading, to(add_device)},
          {"POST", "/devices/remove", device, Runs::reading, to(remove_device)},
          {"POST", "/devices/pass", pass, Runs::reading, to(add_pass)},
          {"POST", "/devices/end-pass", pass, Runs::reading, to(end_pass)}};
}

}  // namespace handbell::office
