#include "app/office/access/join_page.h"

#include "app/office/access/access.h"
#include "app/office/access/qr_picture.h"
#include "app/office/access/totp.h"
#include "app/store/secret_code.h"

namespace handbell::office {
namespace {

constexpr int kRecoveryCodes = 8;
constexpr int kRecoveryGroups = 4;

Html text_input(const net::Fields& typed, const FormErrors& errors, const std::string& name,
                const std::string& label, const std::string& hint) {
  Field field;
  field.name = name;
  field.label = label;
  field.hint = hint;
  field.value = typed_in(typed, name);
  field.error = errors.of(name);
  field.width = "20";
  field.longest = 80;
  return input_field(field);
}

Html first_code_field(const FormErrors& errors) {
  return text_input({}, errors, "code", "First-run code",
                    "handbell-office printed it when it started. 'handbell account first-run' "
                    "makes another one.");
}

Html new_person_fields(const net::Fields& typed, const FormErrors& errors) {
  Field role;
  role.name = "role";
  role.label = "What do you do?";
  role.value = typed_in(typed, "role");
  role.error = errors.of("role");
  return join(
      {text_input(typed, errors, "name", "Your name", "As it is to stand in the register."),
       text_input(typed, errors, "position", "Your position", "For example Headteacher."),
       radio_field(role, {{"head", "I lead the school", "Headteacher: may invite others"},
                          {"office", "I work in the office",
                           "The headteacher is then invited by 'handbell account invite'"}})});
}

}  // namespace

Html secret_field(const std::string& name, const std::string& label, const std::string& hint,
                  const FormErrors& errors) {
  Field field;
  field.name = name;
  field.label = label;
  field.hint = hint;
  field.error = errors.of(name);
  field.type = "password";
  field.width = "20";
  field.longest = 512;
  field.autocomplete = "new-password";
  return input_field(field);
}

Html pin_field(const FormErrors& errors) {
  Field pin;
  pin.name = "pin";
  pin.label = "PIN for classroom devices";
  pin.hint = "Six figures of your own.";
  pin.error = errors.of("pin");
  pin.type = "password";
  pin.inputmode = "numeric";
  pin.width = "10";
  pin.longest = 6;
  return input_field(pin);
}

Html set_up_form(const std::vector<Choice>& choices, const net::Fields& typed,
                 const FormErrors& errors) {
  Html who;
  if (!choices.empty()) {
    Field staff;
    staff.name = "staff";
    staff.label = "Who are you?";
    staff.value = typed_in(typed, "staff");
    staff.error = errors.of("staff");
    std::vector<Choice> all{{"", "Not on this list: as typed below"}};
    all.insert(all.end(), choices.begin(), choices.end());
    who = select_field(staff, all);
  }
  return join({heading("Set Handbell up", 1),
               paragraph("Nobody can sign in yet. You make the first account, and invite the "
                         "others from the page Users."),
               open_form("/set-up", join({first_code_field(errors), who,
                                          new_person_fields(typed, errors), button("Continue")}))});
}

Html join_form(const FormErrors& errors) {
  return join({heading("Invitation", 1),
               open_form("/join", join({text_input({}, errors, "code", "Invitation code",
                                                   "The headteacher or the technician gave it "
                                                   "to you."),
                                        button("Continue")})),
               element("p", {attr("class", "govuk-body")}, link("/sign-in", "Back to sign-in"))});
}

Html app_part(const JoinView& view, const FormErrors& errors) {
  Field code;
  code.name = "code";
  code.label = "Code that the app shows now";
  code.error = errors.of("code");
  code.inputmode = "numeric";
  code.width = "10";
  code.longest = 10;
  code.autocomplete = "one-time-code";
  const auto words =
      view.needs_app
          ? "Open an authenticator app on your phone and scan this, or type the letters."
          : "For signing in elsewhere than on a classroom device; leave it out where you never do. "
            "Open an authenticator app on your phone and scan this, or type the letters.";
  return part("app", "Authenticator app",
              join({paragraph(words),
                    qr_picture(totp_address(view.secret, view.name, view.school),
                               "QR code for the app; the letters below say the same"),
                    element("p", {attr("class", "govuk-body hb-secret")},
                            element("code", text(totp_words(view.secret)))),
                    input_field(code)}));
}

Html account_form(const JoinView& view, const FormErrors& errors) {
  Html fields = secret_field("password", "New password",
                             "At least 12 characters. Three or four words are good.", errors);
  fields += secret_field("again", "The same password again", "", errors);
  if (view.has_pin) fields += pin_field(errors);
  return join({heading("Make your account", 1),
               paragraph(view.name + ": what you choose here is yours alone."),
               open_form("/join/account",
                         join({fields, app_part(view, errors), button("Make the account")}))});
}

std::vector<std::string> new_recovery_codes(Random& random) {
  std::vector<std::string> codes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    codes.push_back(store::new_code(random, kRecoveryGroups));
  }
  return codes;
}

Html recovery_list(const std::vector<std::string>& codes) {
  Html lines;
  for (const auto& code : codes) lines += element("li", element("code", text(code)));
  return part("recovery", "Recovery codes",
              join({paragraph("Without your phone each of these lets you in once, in place of the "
                              "app's code. They are shown this once: print them or write them "
                              "down."),
                    element("ul", {attr("class", "govuk-list hb-codes")}, lines)}));
}

Html ready_page(const std::vector<std::string>& recovery_codes) {
  return join({heading("Your account is ready", 1),
               recovery_codes.empty() ? Html() : recovery_list(recovery_codes),
               element("p", {attr("class", "govuk-body")}, link("/", "Go on to Handbell"))});
}

}  // namespace handbell::office
