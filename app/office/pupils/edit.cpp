#include "app/office/pupils/edit.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/exchange/language.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/pupils/groups.h"
#include "app/office/pupils/page_edit.h"
#include "app/office/pupils/pupil.h"
#include "app/register/likely_siblings.h"
#include "app/register/year_line.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr int kDaysAhead = 400;

struct PupilAsked {
  std::shared_ptr<const reg::School> school{};
  const reg::PupilRecord* pupil = nullptr;
};

Result<PupilAsked> pupil_asked(const Visit& visit, store::Register& held, const std::string& id) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return PupilAsked{*school, seen_pupil(visit.who, **school, id)};
}

/// Ten digits in words; all else as it stands.
std::string value_words(const std::string& value) {
  const auto pattern = value.size() == 10
                           ? reg::AttendancePattern::parse(value)
                           : Result<reg::AttendancePattern>(fail(FaultCode::usage, ""));
  return pattern ? expected_words(*pattern) : value;
}

/// What was changed since the last school year began and what is to come, newest first.
Result<std::vector<ChangeLine>> changes_of(const Visit& visit, store::Register& held,
                                           PupilId pupil) {
  const auto from = SchoolDay::from_parts(reg::school_year_of(visit.today) - 1, 9, 1);
  if (!from) return fail(from.error());
  const auto notes = held.day_notes(*from, visit.today.plus(kDaysAhead));
  if (!notes) return fail(notes.error());
  std::vector<ChangeLine> lines;
  for (const auto& [entry, typed, change] : reg::standing<reg::RecordChange>(*notes)) {
    if (change.pupil != pupil) continue;
    if (change.field == reg::kGroupsField && !sees_groups(visit.who)) continue;
    const auto at = to_local(typed);
    const bool same_day = at && at->day == change.day;
    lines.push_back({change.day.words() + (same_day ? ", " + local_hh_mm(typed) : ""),
                     reg::words_of_field(change.field), value_words(change.was),
                     value_words(change.is), change.reason, change.by.text()});
  }
  std::ranges::reverse(lines);
  return lines;
}

Result<EditView> edit_view(const Visit& visit, store::Register& held, const PupilAsked& asked) {
  const auto& pupil = *asked.pupil;
  EditView view;
  view.id = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  view.language = pupil.language;
  if (pupil.see_office) view.flags.emplace_back("see-office");
  if (pupil.never_show) view.flags.emplace_back("never-show");
  if (pupil.hide_siblings) view.flags.emplace_back("hide-siblings");
  if (pupil.social_worker) view.flags.emplace_back("social-worker");
  auto changes = changes_of(visit, held, pupil.id);
  if (!changes) return fail(changes.error());
  view.changes = std::move(*changes);
  for (const auto& other : asked.school->pupils) {
    const bool sibling = !pupil.family.empty() && other.family == pupil.family;
    if (sibling && other.id != pupil.id) view.family.push_back(child_and_class(other));
  }
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  for (const auto& each : likely_siblings(*asked.school, *contacts, pupil, visit.today)) {
    view.likely.push_back(
        {std::to_string(each.pupil.number()), child_and_class(*asked.school->pupil(each.pupil)),
         each.by_phone ? fmt::format("the same telephone number as {}", each.shared)
                       : fmt::format("an adult of the same name, {}", each.shared)});
  }
  return view;
}

Result<Answer> show_edit(const Visit& visit, store::Register& held, const std::string& id,
                         const FormErrors& errors = {}) {
  const auto asked = pupil_asked(visit, held, id);
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr) return not_found(visit);
  auto view = edit_view(visit, held, *asked);
  if (!view) return fail(view.error());
  if (visit.request.path == "/pupils/edit" && visit.request.method == "POST") {
    view->language = visit.typed("language");
    view->reason = visit.typed("reason");
    view->flags.clear();
    for (const auto& [name, value] : visit.form) {
      if (name == "flag") view->flags.push_back(value);
    }
  }
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return read_answer(edit_page(*view, frame),
                     {reg::ReadKind::pupil_record, asked->pupil->id, "change"},
                     errors.empty() ? 200 : 422);
}

bool has_flag(const Visit& visit, std::string_view flag) {
  return std::ranges::any_of(
      visit.form, [&](const auto& each) { return each.first == "flag" && each.second == flag; });
}

/// The record as the form has it.
reg::PupilRecord record_typed(const Visit& visit, const reg::PupilRecord& before,
                              FormErrors& errors) {
  reg::PupilRecord changed = before;
  const auto language = exchange::parse_language(visit.typed("language"));
  if (!language) errors.add("language", sentence(language.error()));
  if (language) changed.language = *language;
  changed.see_office = has_flag(visit, "see-office");
  changed.never_show = has_flag(visit, "never-show");
  changed.hide_siblings = has_flag(visit, "hide-siblings");
  changed.social_worker = has_flag(visit, "social-worker");
  return changed;
}

Result<Answer> save_edit(const Visit& visit, store::Register& held) {
  const std::string id = visit.typed("pupil");
  const auto asked = pupil_asked(visit, held, id);
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr) return not_found(visit);
  FormErrors errors;
  for (const auto& [name, value] : visit.form) {
    if (name != "flag") continue;
    check_choice(
        value,
        {{"see-office", ""}, {"never-show", ""}, {"hide-siblings", ""}, {"social-worker", ""}},
        "flag", errors);
  }
  const auto changed = record_typed(visit, *asked->pupil, errors);
  const std::string reason = checked_text(visit.typed("reason"), "reason", {}, errors);
  const auto changes =
      reg::changes_between(*asked->pupil, changed, visit.today, reason, visit.who.author);
  if (!changes.empty() && reason.empty()) errors.add("reason", "Say why it is changed.");
  for (const auto& change : changes) {
    const Status fits = complete(change);
    if (!fits && errors.empty()) errors.add("reason", sentence(fits.error()));
  }
  if (!errors.empty()) return show_edit(visit, held, id, errors);
  const auto put = held.put_pupils({changed});
  if (!put) return fail(put.error());
  const auto kept = held.write({changes.begin(), changes.end()}, visit.now);
  if (!kept) return fail(kept.error());
  return go_to("/pupils/one?pupil=" + id,
               fmt::format("Saved for {}. The doors know it as soon as they hear of it.",
                           child_name(changed)));
}

/// A key that no child has yet.
std::string new_family(const reg::School& school, const reg::PupilRecord& pupil) {
  std::string key = fmt::format("family-{}", pupil.id.number());
  while (std::ranges::any_of(school.pupils, [&](const auto& each) { return each.family == key; })) {
    key += "b";
  }
  return key;
}

Result<Answer> leave_family(const Visit& visit, store::Register& held, const PupilAsked& asked) {
  reg::PupilRecord alone = *asked.pupil;
  alone.family = "";
  const auto put = held.put_pupils({alone});
  if (!put) return fail(put.error());
  return go_to("/pupils/edit?pupil=" + visit.typed("pupil"),
               child_name(alone) +
                   " is nobody's brother or sister here. The family's card is no "
                   "longer this child's.");
}

Result<Answer> join_family(const Visit& visit, store::Register& held, const PupilAsked& asked) {
  const std::string id = visit.typed("pupil");
  const auto* other = seen_pupil(visit.who, *asked.school, visit.typed("other"));
  if (other == nullptr || other->id == asked.pupil->id) return not_found(visit);
  reg::PupilRecord one = *asked.pupil;
  reg::PupilRecord two = *other;
  FormErrors errors;
  if (!one.family.empty() && !two.family.empty() && one.family != two.family) {
    errors.add("family", fmt::format("{} has another family here, with its card. Take the child "
                                     "out of that one first.",
                                     child_name(two)));
    return show_edit(visit, held, id, errors);
  }
  const std::string key = !one.family.empty()   ? one.family
                          : !two.family.empty() ? two.family
                                                : new_family(*asked.school, one);
  one.family = two.family = key;
  const auto put = held.put_pupils({one, two});
  if (!put) return fail(put.error());
  return go_to("/pupils/edit?pupil=" + id, fmt::format("{} and {} are brothers and sisters here.",
                                                       child_name(one), child_name(two)));
}

Result<Answer> change_family(const Visit& visit, store::Register& held) {
  const auto asked = pupil_asked(visit, held, visit.typed("pupil"));
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr) return not_found(visit);
  return visit.typed("as") == "leave" ? leave_family(visit, held, *asked)
                                      : join_family(visit, held, *asked);
}

}  // namespace

Routes pupil_edit_routes() {
  const std::vector<Role> who{Role::office, Role::head, Role::dsl};
  return {{"GET", "/pupils/edit", who, Runs::reading,
           [](const Visit& visit, store::Register& held) {
             return show_edit(visit, held, visit.query("pupil"));
           }},
          {"POST", "/pupils/edit", who, Runs::writing, save_edit},
          {"POST", "/pupils/family", who, Runs::writing, change_family}};
}

}  // namespace handbell::office
