#include "app/office/settings/kiosks.h"

#include "app/base/reader_health.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::size_t kLongestKioskName = 80;
constexpr Millis kLongestSilence = minutes(2);  // as on Today

std::string heard_words(const journal::KioskSeen& kiosk, SchoolDay today) {
  if (!kiosk.last_contact) return "never";
  const auto local = to_local(*kiosk.last_contact);
  const std::string time = local_hh_mm(*kiosk.last_contact);
  if (!local || local->day == today) return time;
  return fmt::format("{}, {}", date_words(local->day), time);
}

Html state_of(const journal::KioskSeen& kiosk, const Visit& visit) {
  if (kiosk.revoked) return tag("Revoked", "grey");
  if (!kiosk.fault.empty()) return tag("Fault", "red") + text(" " + kiosk.fault);
  if (!kiosk.last_contact) return tag("Not heard yet", "grey");
  const bool silent = visit.now - *kiosk.last_contact > kLongestSilence;
  // A rehearsal's clock may run as fast as it likes: silence cannot be told from it.
  if (silent && !visit.frame.rehearsal) return tag("Silent", "yellow");
  if (!kiosk.health.clock_trusted) return tag("Clock not trusted", "yellow");
  return tag("Working", "green");
}

/// How each reader is, and below what somebody has to do about it.
Html reader_cell(const std::string& told) {
  Html cell = text(readers_words(told));
  for (const ReaderHealth& reader : parse_readers_text(told)) {
    const auto remedy = remedy_of(reader);
    if (!remedy.empty()) cell = cell + paragraph(remedy);
  }
  return cell;
}

Html revoke_link(const journal::KioskSeen& kiosk) {
  if (kiosk.revoked) return text("–");
  return element("a",
                 {attr("class", "govuk-link"),
                  url("href", fmt::format("/settings/kiosks/revoke?kiosk={}", kiosk.number))},
                 text("Revoke") + element("span", {attr("class", "govuk-visually-hidden")},
                                          text(" " + kiosk.name)));
}

Html list_of(const std::vector<journal::KioskSeen>& kiosks, const Visit& visit) {
  if (kiosks.empty()) return calm("No kiosk is enrolled yet.");
  Table list{"Kiosks", {"Kiosk", "State", "Last heard", "Reader", "Not yet sent", "Revoke"}, {}};
  for (const auto& kiosk : kiosks) {
    list.rows.push_back({text(kiosk.name), state_of(kiosk, visit),
                         text(heard_words(kiosk, visit.today)), reader_cell(kiosk.health.reader),
                         text(std::to_string(kiosk.health.waiting)), revoke_link(kiosk)});
  }
  return table(list);
}

Html open_codes(const std::vector<journal::Invitation>& open) {
  std::vector<std::string> lines;
  for (const auto& each : open) {
    lines.push_back(
        fmt::format("A code for {} is still open until {}.", each.name, local_hh_mm(each.until)));
  }
  return to_mind(lines);
}

Result<Answer> show_kiosks(const Visit& visit, store::Register& held,
                           const FormErrors& errors = {}) {
  const auto kiosks = held.kiosks();
  if (!kiosks) return fail(kiosks.error());
  const auto open = held.invitations(visit.now);
  if (!open) return fail(open.error());
  Field name = typed_field(visit, errors, "name", "Where it stands");
  name.hint =
      "For example Side door. The name of one that is listed puts the new one in its place.";
  name.longest = static_cast<int>(kLongestKioskName);
  const auto add = post_form("/settings/kiosks", visit.who.form_token,
                             input_field(name) + button("Make a code"));
  return settings_page(visit, "Kiosks",
                       join({open_codes(*open), part("list", "Enrolled", list_of(*kiosks, visit)),
                             part("add", "Enrol a kiosk", add)}),
                       errors);
}

Answer code_page(const Visit& visit, const SettingsParts& parts, const std::string& name,
                 const journal::EnrolCode& code, Instant until) {
  const auto command = fmt::format("handbell init-kiosk FOLDER --office {} --code {}",
                                   parts.office_for_kiosks, code.text());
  return settings_page(
      visit, "Code for " + name,
      join({element("p", {attr("class", "hb-code")}, text(code.text())),
            paragraph(fmt::format("Good once, until {}. It is shown this once: leave this page open"
                                  " until the kiosk is ready.",
                                  local_hh_mm(until))),
            paragraph("Type at the kiosk, while the office runs:"),
            element("pre", {attr("class", "hb-typed"), attr("tabindex", "0")}, text(command)),
            link("/settings/kiosks", "Back to the kiosks")}));
}

Result<Answer> invite(const Visit& visit, store::Register& held, const SettingsParts& parts) {
  FormErrors errors;
  const auto name = composed(visit.typed("name"));
  const bool plain = name && std::ranges::none_of(*name, [](char c) { return c >= 0 && c < ' '; });
  if (!plain || name->empty()) errors.add("name", "Say where the kiosk stands.");
  if (plain && code_points(*name) > kLongestKioskName) {
    errors.add("name", "The name may have 80 characters.");
  }
  if (!errors.empty()) return show_kiosks(visit, held, errors);
  if (parts.random == nullptr) return told(visit, 503, "Not done", "No code can be made here.");
  const auto code = journal::EnrolCode::made(*parts.random);
  const Instant until = visit.now + journal::kInvitationHolds;
  if (const Status kept = held.invite({*name, code.key(), until}); !kept) {
    return fail(kept.error());
  }
  return code_page(visit, parts, *name, code, until);
}

Result<std::optional<journal::KioskSeen>> kiosk_asked(store::Register& held,
                                                      const std::string& text) {
  const auto kiosks = held.kiosks();
  if (!kiosks) return fail(kiosks.error());
  const auto found = std::ranges::find_if(
      *kiosks, [&](const auto& each) { return std::to_string(each.number) == text; });
  if (found == kiosks->end() || found->revoked) return std::nullopt;
  return *found;
}

Result<Answer> ask_revoke(const Visit& visit, store::Register& held) {
  const auto kiosk = kiosk_asked(held, visit.query("kiosk"));
  if (!kiosk) return fail(kiosk.error());
  if (!*kiosk) return not_found(visit);
  const auto& asked = **kiosk;
  std::vector<std::string> mind;
  if (asked.health.waiting > 0) {
    mind.push_back(fmt::format("It had {} entries not yet sent when it was last heard.",
                               asked.health.waiting));
  }
  return settings_page(
      visit, "Revoke " + asked.name,
      join({paragraph("From then on the office takes nothing from this kiosk and tells it nothing. "
                      "What it sent stays. To have it back, enrol it again under the same name."),
            to_mind(mind),
            post_form("/settings/kiosks/revoke", visit.who.form_token,
                      hidden_field("kiosk", std::to_string(asked.number)) +
                          button("Revoke this kiosk", "warning")),
            link("/settings/kiosks", "Keep it")}));
}

Result<Answer> revoke_kiosk(const Visit& visit, store::Register& held) {
  const auto kiosk = kiosk_asked(held, visit.typed("kiosk"));
  if (!kiosk) return fail(kiosk.error());
  if (!*kiosk) return not_found(visit);
  if (const Status done = held.revoke_kiosk((*kiosk)->number); !done) return fail(done.error());
  return go_to("/settings/kiosks", (*kiosk)->name + " is revoked.");
}

}  // namespace

Routes kiosk_routes(const SettingsParts& parts) {
  const std::vector<Role> who{Role::head, Role::technician};
  return {
      {"GET", "/settings/kiosks", who, Runs::reading,
       [](const Visit& visit, store::Register& held) { return show_kiosks(visit, held); }},
      {"POST", "/settings/kiosks", who, Runs::writing,
       [parts](const Visit& visit, store::Register& held) { return invite(visit, held, parts); }},
      {"GET", "/settings/kiosks/revoke", who, Runs::reading, ask_revoke},
      {"POST", "/settings/kiosks/revoke", who, Runs::writing, revoke_kiosk}};
}

}  // namespace handbell::office
