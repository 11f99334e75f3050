#include "app/office/settings/settings_routes.h"

#include "app/office/settings/about.h"
#include "app/office/settings/calendar.h"
#include "app/office/settings/door_reasons.h"
#include "app/office/settings/export.h"
#include "app/office/settings/import.h"
#include "app/office/settings/keep.h"
#include "app/office/settings/kiosks.h"
#include "app/office/settings/legal_register.h"
#include "app/office/settings/session_times.h"
#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace handbell::office {
namespace {

using reg::Role;

struct PartLine {
  std::string place;
  std::string title;
  std::string words;
  std::vector<std::string> missing{};
};

Html line_of(const PartLine& line) {
  const auto title = element("h2", {attr("class", "govuk-heading-s hb-setting__title")},
                             link(line.place, line.title));
  return element("li", {attr("class", "hb-setting")},
                 join({title, element("p", {attr("class", "hb-setting__words")}, text(line.words)),
                       to_mind(line.missing)}));
}

/// A page of its own that stands among the settings.
std::string words_about(const std::string& address) {
  if (address == "/users") return "Who may sign in, invitations, acting roles.";
  if (address == "/cards") return "Give a card to each child with a reader on the desk.";
  if (address == "/devices") return "Boards and tablets that teachers open by PIN; day passes.";
  if (address == "/audit") return "Which records were looked at, printed or exported, and by whom.";
  return "";
}

/// "2 kiosks, 1 of them silent" is told on their page; here how many there are.
std::string kiosk_words(const std::vector<journal::KioskSeen>& kiosks) {
  const auto ours = std::ranges::count(kiosks, false, &journal::KioskSeen::revoked);
  return ours == 1 ? "1 kiosk is enrolled." : fmt::format("{} kiosks are enrolled.", ours);
}

std::vector<std::string> kiosk_faults(const std::vector<journal::KioskSeen>& kiosks) {
  std::vector<std::string> faults;
  for (const auto& kiosk : kiosks) {
    if (!kiosk.fault.empty() && !kiosk.revoked) faults.push_back(kiosk.name + ": " + kiosk.fault);
  }
  return faults;
}

std::vector<std::string> missing_children(const reg::School& school) {
  if (school.pupils.empty()) return {"No pupil is here yet. Import the pupils' list."};
  if (school.cards.empty()) return {"Nobody has a card yet. Import the cards, or issue them."};
  return {};
}

Result<std::vector<PartLine>> set_parts(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto kiosks = held.kiosks();
  if (!kiosks) return fail(kiosks.error());
  const auto reasons = reg::with_built_in((*school)->reasons);
  return std::vector<PartLine>{
      {"/settings/times", "Session times", "When children must be in, and when registers close.",
       missing_times(**school, visit.today)},
      {"/settings/calendar", "Calendar",
       fmt::format("Terms, holidays, closures, training days: {} so far.",
                   (*school)->calendar.periods().size()),
       missing_days(**school, visit.today)},
      {"/settings/legal", "Legal register",
       fmt::format("Today it is {}.", reg::legal_register(*settings, visit.today))},
      {"/settings/reasons", "Reasons at the door",
       fmt::format("{} for coming late, {} for leaving, {} for taking back.", reasons.late.size(),
                   reasons.out.size(), reasons.undo.size())},
      {"/settings/kiosks", "Kiosks", kiosk_words(*kiosks), kiosk_faults(*kiosks)},
      {"/settings/import", "Import",
       "Lists from other programs: pupils, contacts, cards, staff, the calendar, and the marks of "
       "the other register.",
       missing_children(**school)},
      {"/settings/export", "Export marks", "The register as a file, with what has not left yet."},
      {"/settings/keep", "Backup and retention",
       "Copies of the register, and what need not be kept any more."},
      {"/settings/about", "About", "The attendance policy's dates, the rules, the version.",
       review_reminders(*settings, visit.today)}};
}

Result<Answer> overview(const Visit& visit, store::Register& held, const Routes& routes) {
  const auto lines = set_parts(visit, held);
  if (!lines) return fail(lines.error());
  Html list;
  for (const auto& line : *lines) {
    const auto* route = find_route(routes, "GET", line.place);
    if (route != nullptr && visit.who.has_one_of(route->roles)) list += line_of(line);
  }
  for (const auto& page : visit.frame.under_settings) {
    list += line_of({page.address, page.words, words_about(page.address)});
  }
  PageFrame frame = visit.frame;
  frame.title = "Settings";
  frame.path = "/settings";
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text("Settings"));
  return page_answer(page(
      frame, title + element("ul", {attr("class", "hb-settings"), attr("role", "list")}, list)));
}

void add(Routes& all, Routes more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Routes settings_routes(const SettingsParts& parts) {
  Routes all;
  add(all, session_time_routes());
  add(all, calendar_routes());
  add(all, legal_register_routes());
  add(all, door_reason_routes());
  add(all, kiosk_routes(parts));
  add(all, import_routes());
  add(all, export_routes());
  add(all, keep_routes(parts));
  add(all, about_routes());
  all.push_back({"GET",
                 "/settings",
                 {Role::head, Role::technician, Role::office},
                 Runs::reading,
                 [parts_of = all](const Visit& visit, store::Register& held) {
                   return overview(visit, held, parts_of);
                 }});
  return all;
}

}  // namespace handbell::office
