#include "app/office/pupils/groups.h"

#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/pupils/pupil.h"
#include "app/reports/pupil_group.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

const std::vector<Choice>& group_choices() {
  static const std::vector<Choice> kChoices{
      {"send", "Special educational needs or disability (SEND)", "Support or a plan: either."},
      {"pupil-premium", "Pupil premium"}};
  return kChoices;
}

std::string_view group_of(const std::string& value) {
  return value == "send" ? reports::kSend : reports::kPupilPremium;
}

std::vector<std::string> chosen_groups(const reg::PupilRecord& pupil) {
  std::vector<std::string> chosen;
  for (const auto& choice : group_choices()) {
    if (reports::is_in_group(pupil, group_of(choice.value))) chosen.push_back(choice.value);
  }
  return chosen;
}

Html groups_form(const Visit& visit, const reg::PupilRecord& pupil, const FormErrors& errors) {
  Field groups;
  groups.name = "group";
  groups.label = "Counted among";
  groups.hint = "For looking at attendance. Why a child is in a group stands elsewhere.";
  groups.error = errors.of("group");
  Field why;
  why.name = "reason";
  why.label = "Why it is changed";
  why.hint = "It is kept with your name.";
  why.value = visit.typed("reason");
  why.error = errors.of("reason");
  why.longest = 1000;
  auto chosen = chosen_groups(pupil);
  if (visit.request.method == "POST") {
    chosen.clear();
    for (const auto& [name, value] : visit.form) {
      if (name == "group") chosen.push_back(value);
    }
  }
  return post_form(
      "/pupils/groups", visit.who.form_token,
      join({hidden_field("pupil", std::to_string(pupil.id.number())),
            checkbox_field(groups, group_choices(), chosen), input_field(why), button("Save")}));
}

Result<Answer> show_groups(const Visit& visit, store::Register& held, const std::string& id,
                           const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = seen_pupil(visit.who, **school, id);
  if (pupil == nullptr) return not_found(visit);
  PageFrame frame = visit.frame;
  frame.title = "Groups of " + child_name(*pupil);
  frame.path = "/pupils";
  frame.errors = errors;
  const auto up = link("/pupils/one?pupil=" + id, "Back to " + child_name(*pupil));
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(frame.title));
  return read_answer(page(frame, join({up, title, groups_form(visit, *pupil, errors)})),
                     {reg::ReadKind::pupil_record, pupil->id, "groups"},
                     errors.empty() ? 200 : 422);
}

Result<Answer> save_groups(const Visit& visit, store::Register& held) {
  const std::string id = visit.typed("pupil");
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = seen_pupil(visit.who, **school, id);
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  std::vector<std::string> chosen;
  for (const auto& [name, value] : visit.form) {
    if (name != "group") continue;
    check_choice(value, group_choices(), "group", errors);
    chosen.push_back(value);
  }
  reg::PupilRecord changed = *pupil;
  for (const auto& choice : group_choices()) {
    const bool is = std::ranges::find(chosen, choice.value) != chosen.end();
    changed.groups = reports::with_group(changed.groups, group_of(choice.value), is);
  }
  const std::string reason = checked_text(visit.typed("reason"), "reason", {}, errors);
  const auto changes = reg::changes_between(*pupil, changed, visit.today, reason, visit.who.author);
  if (!changes.empty() && reason.empty()) errors.add("reason", "Say why it is changed.");
  for (const auto& change : changes) {
    const Status fits = complete(change);
    if (!fits && errors.empty()) errors.add("reason", sentence(fits.error()));
  }
  if (!errors.empty()) return show_groups(visit, held, id, errors);
  const auto put = held.put_pupils({changed});
  if (!put) return fail(put.error());
  const auto kept = held.write({changes.begin(), changes.end()}, visit.now);
  if (!kept) return fail(kept.error());
  return go_to("/pupils/one?pupil=" + id, fmt::format("Saved for {}.", child_name(changed)));
}

}  // namespace

bool sees_groups(const Visitor& who) {
  return who.has_one_of({Role::head, Role::dsl, Role::champion});
}

std::string group_words(const Visitor& who, const reg::PupilRecord& pupil) {
  std::string words;
  for (const auto& group : reports::groups_of(pupil)) {
    if (reports::is_guarded_group(group) && !sees_groups(who)) continue;
    words += (words.empty() ? "" : ", ") + group;
  }
  return words;
}

Routes pupil_group_routes() {
  const std::vector<Role> who{Role::head, Role::dsl, Role::champion};
  return {{"GET", "/pupils/groups", who, Runs::reading,
           [](const Visit& visit, store::Register& held) {
             return show_groups(visit, held, visit.query("pupil"));
           }},
          {"POST", "/pupils/groups", who, Runs::writing, save_groups}};
}

}  // namespace handbell::office
