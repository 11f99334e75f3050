#include "app/office/absence/child.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/absence/absence.h"
#include "app/office/absence/absence_words.h"
#include "app/office/page/child_name.h"
#include "app/register/school_age.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

/// What a family says, and the code behind it. Appointments and leave have forms of their own.
constexpr std::array<std::pair<const char*, const char*>, 6> kToldReasons{
    {{"I", "Ill"},
     {"D", "At the other school where the child is registered"},
     {"P", "Sporting activity that the school approved"},
     {"V", "Trip with the school"},
     {"Y1", "School transport did not run"},
     {"O", "Away, and the reason is not accepted"}}};

constexpr std::array kTypedFields{"why",       "told",    "told_on",    "who",   "from",
                                  "from_half", "until",   "until_half", "day",   "leaves",
                                  "back",      "grounds", "kind",       "which", "reason"};

std::vector<Choice> reasons_for(const Visitor& who) {
  std::vector<Choice> choices;
  for (const auto& reason : kToldReasons) {
    const auto code = reg::code_of(reason.first);
    const bool may =
        std::ranges::any_of(who.roles, [&](reg::Role role) { return code.may_be_set_by(role); });
    if (may) choices.push_back({reason.first, reason.second, ""});
  }
  return choices;
}

std::string doing_of(const std::string& asked) {
  const bool known = asked == "appointment" || asked == "leave" || asked == "timetable";
  return known ? asked : "absence";
}

void add_first_values(const Visit& visit, const reg::PupilRecord& pupil, ChildView& view) {
  const std::string today = visit.today.text();
  view.typed = {{"told", local_hh_mm(visit.now)},
                {"told_on", today},
                {"from", today},
                {"from_half", "am"},
                {"until", today},
                {"until_half", "pm"},
                {"day", today},
                {"which", "all"}};
  if (view.doing == "absence") view.typed["why"] = "I";
  if (view.doing == "leave") {
    view.typed["from"] = "";
    view.typed["until"] = "";
    view.typed["kind"] = "exceptional";
  }
  if (view.doing != "timetable") return;
  view.typed["until"] = "";
  const std::string digits = pupil.pattern.text();
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == '1') view.chosen.push_back(std::to_string(i));
  }
}

}  // namespace

const reg::PupilRecord* pupil_asked(const Visit& visit, const reg::School& school,
                                    const std::string& text) {
  const auto number = whole_number(text);
  const auto* pupil = number ? school.pupil(PupilId(*number)) : nullptr;
  return pupil != nullptr && pupil->on_roll(visit.today) ? pupil : nullptr;
}

std::string school_age_sentence(const reg::PupilRecord& pupil) {
  return fmt::format(
      "{} is of compulsory school age from {}: X may not stand from that day on. A part-time "
      "timetable is then leave (C2), and the headteacher decides.",
      child_name(pupil), reg::school_age_from(pupil.date_of_birth).words());
}

Result<ChildView> child_view(const Visit& visit, reg::Store& held, const reg::PupilRecord& pupil,
                             const std::string& doing) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  ChildView view;
  view.pupil = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  view.class_name = pupil.class_name;
  view.doing = doing_of(doing);
  view.today = visit.today.text();
  view.school_age = school_age_sentence(pupil);
  view.expected = timetable_words(pupil.pattern);
  view.reasons = reasons_for(visit.who);
  for (const auto& other : (*school)->pupils) {
    const bool sibling = !pupil.family.empty() && other.family == pupil.family;
    if (!sibling || other.id == pupil.id || !other.on_roll(visit.today)) continue;
    view.siblings.push_back({std::to_string(other.id.number()), child_and_class(other)});
  }
  auto away = away_lines(visit, held, **school, pupil.id);
  if (!away) return fail(away.error());
  view.away = std::move(*away);
  add_first_values(visit, pupil, view);
  return view;
}

void keep_typed_absence(const Visit& visit, ChildView& view) {
  for (const char* field : kTypedFields) view.typed[field] = visit.typed(field);
  view.chosen.clear();
  for (const auto& [name, value] : visit.form) {
    if (name == "too" || name == "expected") view.chosen.push_back(value);
  }
}

}  // namespace handbell::office
