#include "app/office/settings/about.h"

#include "app/base/version.h"
#include "app/office/page/typed_text.h"
#include "app/office/settings/settings_page.h"
#include "app/register/session_times.h"
#include "app/reports/national_figure.h"
#include "app/reports/thresholds.h"

#include <fmt/format.h>

#include <array>

namespace handbell::office {
namespace {

using reg::Role;

constexpr int kRemindDays = 30;
constexpr const char* kRules =
    "The School Attendance (Pupil Registration) (England) Regulations 2024 and the codes in force "
    "since 19 August 2024";

Html about_fact(std::string_view name, std::string_view value) {
  return element("div", {attr("class", "govuk-summary-list__row")},
                 element("dt", {attr("class", "govuk-summary-list__key")}, text(name)) +
                     element("dd", {attr("class", "govuk-summary-list__value")}, text(value)));
}

std::string newest_value(const std::vector<reg::Setting>& settings, std::string_view name,
                         SchoolDay today) {
  return reg::setting_on(settings, name, today, "");
}

std::string date_of(const std::vector<reg::Setting>& settings, std::string_view name,
                    SchoolDay today) {
  const auto day = SchoolDay::parse(newest_value(settings, name, today));
  return day ? date_words(*day) : "not entered yet";
}

std::string per_cent(int per_mille) {
  return fmt::format("{}.{} %", per_mille / 10, per_mille % 10);
}

/// What a head has to look at when the policy changes, with where each is set.
Html taken_from_policy(const std::vector<reg::Setting>& settings, SchoolDay today) {
  const reports::Thresholds limits;
  const auto national = reports::national_on(settings, today);
  const std::array<std::array<std::string, 3>, 9> lines{
      {{"When children must be in, when registers close", "see Session times", "3.1, 3.4"},
       {"Target: attendance below it suggests a meeting", per_cent(limits.target_per_mille),
        "5, Appendix 1"},
       {"Close to the target", "below " + per_cent(limits.close_to_per_mille), "5"},
       {"Contract: attendance below it", per_cent(limits.contract_per_mille), "5"},
       {"Contract: sessions missed in the year",
        fmt::format("more than {}", limits.contract_sessions), "5"},
       {"Persistent absence", per_cent(limits.persistent_per_mille) + " missed or more", "6, 7"},
       {"Severe absence", per_cent(limits.severe_per_mille) + " missed or more", "6"},
       {"Penalty notices are considered",
        fmt::format("from {} sessions in {} school weeks", limits.penalty_sessions,
                    limits.penalty_weeks),
        "4.2"},
       {"National figure", national ? national->text() : "not typed in yet", "7"}}};
  Table list{"Taken from the policy", {"What", "Now", "Section"}, {}};
  for (const auto& line : lines) list.rows.push_back({text(line[0]), text(line[1]), text(line[2])});
  return table(list);
}

Html policy_form(const Visit& visit, const std::vector<reg::Setting>& settings,
                 const FormErrors& errors) {
  const auto now = [&](std::string_view name) { return newest_value(settings, name, visit.today); };
  Field name = typed_field(visit, errors, "name", "Name of the policy", now(reg::kPolicyName));
  name.longest = static_cast<int>(reg::kLongestValue);
  Field reviewed = typed_field(visit, errors, "reviewed", "Reviewed on", now(reg::kPolicyReviewed));
  reviewed.type = "date";
  Field due = typed_field(visit, errors, "due", "To be reviewed by", now(reg::kPolicyDue));
  due.hint = "The list of settings reminds of it from thirty days before.";
  due.type = "date";
  return post_form(
      "/settings/about", visit.who.form_token,
      join({input_field(name), input_field(reviewed), input_field(due), button("Save")}));
}

Result<Answer> show_about(const Visit& visit, store::Register& held,
                          const FormErrors& errors = {}) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const std::string name = newest_value(*settings, reg::kPolicyName, visit.today);
  const auto facts = element(
      "dl", {attr("class", "govuk-summary-list hb-facts")},
      join({about_fact("Handbell", kVersion), about_fact("Rules", kRules),
            about_fact("Attendance policy", name.empty() ? "not entered yet" : name),
            about_fact("Reviewed on", date_of(*settings, reg::kPolicyReviewed, visit.today)),
            about_fact("To be reviewed by", date_of(*settings, reg::kPolicyDue, visit.today))}));
  Html form = paragraph("The headteacher, or who acts as one, enters it.");
  if (visit.who.has(Role::head)) form = policy_form(visit, *settings, errors);
  return settings_page(visit, "About",
                       join({to_mind(review_reminders(*settings, visit.today)), facts,
                             part("taken", "What was taken from the policy",
                                  taken_from_policy(*settings, visit.today)),
                             part("policy", "The policy", form)}),
                       errors);
}

/// Those that are other than they were.
std::vector<reg::Setting> policy_typed(const Visit& visit,
                                       const std::vector<reg::Setting>& settings,
                                       FormErrors& errors) {
  const std::string name =
      checked_text(visit.typed("name"), "name", {"Name the policy.", reg::kLongestValue}, errors);
  const auto reviewed = typed_day(visit, "reviewed", errors);
  const auto due = typed_day(visit, "due", errors);
  if (!errors.empty()) return {};
  if (visit.today < *reviewed) errors.add("reviewed", "This day is still to come.");
  if (*due <= *reviewed) errors.add("due", "It is reviewed again after it was reviewed.");
  std::vector<reg::Setting> changed;
  const std::array<std::pair<std::string_view, std::string>, 3> values{
      std::pair<std::string_view, std::string>{reg::kPolicyName, name},
      {reg::kPolicyReviewed, reviewed->text()},
      {reg::kPolicyDue, due->text()}};
  for (const auto& [setting, value] : values) {
    if (newest_value(settings, setting, visit.today) == value) continue;
    changed.push_back(
        {std::string(setting), value, visit.today, "entered on the page About", visit.who.author});
  }
  return changed;
}

Result<Answer> save_about(const Visit& visit, store::Register& held) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  FormErrors errors;
  const auto changed = policy_typed(visit, *settings, errors);
  if (!errors.empty()) return show_about(visit, held, errors);
  for (const auto& setting : changed) {
    Status may = may_change(setting, visit.who.roles);
    if (may) may = fits_entry(setting);
    if (!may) errors.add("name", sentence(may.error()));
  }
  if (!errors.empty()) return show_about(visit, held, errors);
  for (const auto& setting : changed) {
    if (const Status done = held.change(setting, visit.now); !done) return fail(done.error());
  }
  return go_to("/settings/about", "The policy's name and dates are entered.");
}

}  // namespace

std::vector<std::string> review_reminders(const std::vector<reg::Setting>& settings,
                                          SchoolDay today) {
  const auto due = SchoolDay::parse(reg::setting_on(settings, reg::kPolicyDue, today, ""));
  if (!due || today.plus(kRemindDays) < *due) return {};
  const char* words = today <= *due ? "The attendance policy is due for review by {}."
                                    : "The review of the attendance policy was due by {}.";
  return {fmt::format(fmt::runtime(words), date_words(*due))};
}

Routes about_routes() {
  return {{"GET",
           "/settings/about",
           {Role::head, Role::technician, Role::office},
           Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_about(visit, held); }},
          {"POST", "/settings/about", {Role::head}, Runs::writing, save_about}};
}

}  // namespace handbell::office
