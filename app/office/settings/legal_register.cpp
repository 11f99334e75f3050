#include "app/office/settings/legal_register.h"

#include "app/base/text.h"
#include "app/office/page/typed_text.h"
#include "app/office/settings/settings_page.h"
#include "app/register/setting.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

Html history(const std::vector<reg::Setting>& settings) {
  Table list{"Set so far", {"From", "Legal register", "Why", "Set by"}, {}};
  for (auto each = settings.rbegin(); each != settings.rend(); ++each) {
    if (each->name != reg::kLegalRegister) continue;
    list.rows.push_back({text(date_words(each->from)), text(each->value), text(each->reason),
                         text(each->by.text())});
  }
  return list.rows.empty() ? calm("Never set: it is Handbell.") : table(list);
}

Html legal_form(const Visit& visit, const FormErrors& errors) {
  Field value = typed_field(visit, errors, "value", "Legal register");
  value.hint = "Handbell, or the name of the other system whose register counts.";
  value.longest = static_cast<int>(reg::kLongestValue);
  Field from = typed_field(visit, errors, "from", "From which day", visit.today.text());
  from.type = "date";
  Field reason = typed_field(visit, errors, "reason", "Why");
  reason.hint = "Stays in the register with your name.";
  reason.longest = 1000;
  return post_form(
      "/settings/legal", visit.who.form_token,
      join({input_field(value), input_field(from), input_field(reason), button("Set")}));
}

Result<Answer> show_legal(const Visit& visit, store::Register& held,
                          const FormErrors& errors = {}) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto now =
      fmt::format("Today the legal register is {}. It stands on every page, export and report.",
                  reg::legal_register(*settings, visit.today));
  Html set = paragraph("The headteacher, or who acts as one, sets it.");
  if (visit.who.has(Role::head)) set = legal_form(visit, errors);
  return settings_page(visit, "Legal register",
                       join({paragraph(now), part("history", "So far", history(*settings)),
                             part("set", "Set another", set)}),
                       errors);
}

Result<Answer> set_legal(const Visit& visit, store::Register& held) {
  FormErrors errors;
  const std::string value = checked_text(
      visit.typed("value"), "value",
      {"Name the register: Handbell, or the other system.", reg::kLongestValue}, errors);
  const std::string reason = checked_text(visit.typed("reason"), "reason",
                                          {"Say why: the register has to keep it."}, errors);
  const auto from = typed_day(visit, "from", errors);
  if (!errors.empty()) return show_legal(visit, held, errors);
  const reg::Setting setting{std::string(reg::kLegalRegister), value, *from, reason,
                             visit.who.author};
  Status may = may_change(setting, visit.who.roles);
  if (may) may = fits_entry(setting);
  if (!may) {
    errors.add(code_points(value) > reg::kLongestValue ? "value" : "reason", sentence(may.error()));
    return show_legal(visit, held, errors);
  }
  if (const Status done = held.change(setting, visit.now); !done) return fail(done.error());
  return go_to("/settings/legal",
               fmt::format("From {} the legal register is {}.", date_words(*from), value));
}

}  // namespace

Routes legal_register_routes() {
  return {{"GET",
           "/settings/legal",
           {Role::head, Role::technician, Role::office},
           Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_legal(visit, held); }},
          {"POST", "/settings/legal", {Role::head}, Runs::writing, set_legal}};
}

}  // namespace handbell::office
