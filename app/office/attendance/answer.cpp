#include "app/office/attendance/answer.h"

#include "app/base/text.h"
#include "app/office/attendance/figures_of_child.h"
#include "app/office/attendance/reasons.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/web/code_choice.h"
#include "app/register/case_note.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::SuggestionReply;

std::vector<Choice> staff_choices(const reg::Staff& staff) {
  std::vector<Choice> choices;
  for (const auto& member : staff.members) {
    if (member.roles.empty()) continue;
    choices.push_back({member.id, member.name.text() + ", " + member.position.text()});
  }
  std::ranges::stable_sort(choices, {}, [](const Choice& each) { return folded(each.label); });
  choices.insert(choices.begin(), {"", "Choose a person"});
  return choices;
}

/// The suggestions about one child that this person sees, each with its answer.
Result<std::vector<SuggestionLine>> reasons_about(const Visit& visit, reg::Store& held,
                                                  const reports::ReportSource& source,
                                                  PupilId pupil) {
  const auto notes = held.case_notes(pupil);
  if (!notes) return fail(notes.error());
  const auto answers = reports::standing_answers(*notes);
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto found = reports::suggestions_about(source, pupil, visit.today);
  const bool sees_illness = sees_code(visit.who, reg::code_of("I"));
  std::vector<SuggestionLine> lines;
  for (const auto& each : found.suggestions) {
    if (tells_of_health(each.key) && !sees_illness) continue;
    lines.push_back(suggestion_line(each, state_in(answers, pupil, each, visit.today), **staff));
  }
  return lines;
}

std::vector<std::string> keys_typed(const Visit& visit) {
  std::vector<std::string> keys;
  for (const auto& [name, value] : visit.form) {
    const bool twice = std::ranges::find(keys, value) != keys.end();
    if (name == "key" && !twice) keys.push_back(value);
  }
  return keys;
}

/// Only what stands about the child is answered.
std::vector<std::string> checked_keys(const Visit& visit, const std::vector<SuggestionLine>& lines,
                                      FormErrors& errors) {
  auto keys = keys_typed(visit);
  if (keys.empty()) errors.add("key", "Choose what your answer is about.");
  const auto stands = [&](const std::string& key) {
    return std::ranges::find(lines, key, &SuggestionLine::key) != lines.end();
  };
  if (!std::ranges::all_of(keys, stands)) {
    errors.add("key", "What was chosen stands no more: look at the list again.");
  }
  return keys;
}

/// Nothing where none was chosen yet.
using Chosen = std::optional<SuggestionReply>;

/// What was typed and belongs to another answer is not passed over.
std::optional<SchoolDay> checked_until(const Visit& visit, Chosen reply, FormErrors& errors) {
  const std::string typed = visit.typed("until");
  const bool needed = reply == SuggestionReply::snoozed;
  if (typed.empty()) {
    if (needed) errors.add("until", "Say until which day it is put off.");
    return std::nullopt;
  }
  const auto until = SchoolDay::parse(typed);
  if (!until) {
    errors.add("until", sentence(until.error()));
    return std::nullopt;
  }
  if (reply && !needed) {
    errors.add("until", "A day goes with what is put off: choose that above, or clear the day.");
  } else if (*until <= visit.today) {
    errors.add("until", "Choose a day to come.");
  }
  return *until;
}

std::string checked_staff(const Visit& visit, const reg::Staff& staff, Chosen reply,
                          FormErrors& errors) {
  std::string typed = visit.typed("staff");
  const bool needed = reply == SuggestionReply::assigned;
  if (typed.empty()) {
    if (needed) errors.add("staff", "Choose who looks after it.");
    return typed;
  }
  if (reply && !needed) {
    errors.add("staff", "A person goes with what is given: choose that above, or nobody here.");
  } else {
    check_choice(typed, staff_choices(staff), "staff", errors);
  }
  return typed;
}

/// What the form says, but for the suggestion that it is about.
reg::SuggestionAnswer answer_typed(const Visit& visit, const reg::Staff& staff, PupilId pupil,
                                   FormErrors& errors) {
  const auto parsed = reg::parse_suggestion_reply(visit.typed("answer"));
  const Chosen reply = parsed ? Chosen(*parsed) : std::nullopt;
  if (!reply) errors.add("answer", "Choose what is to be done.");
  reg::SuggestionAnswer made{pupil, "", {}, visit.today, {}, "", "", visit.who.author};
  const auto until = checked_until(visit, reply, errors);
  const auto given = checked_staff(visit, staff, reply, errors);
  const bool needs_reason = reply == SuggestionReply::dismissed;
  made.reason =
      checked_text(visit.typed("reason"), "reason",
                   {needs_reason ? "Say why: whoever opens it again reads it." : ""}, errors);
  if (!reply) return made;
  made.answer = *reply;
  if (reply == SuggestionReply::snoozed) made.until = until;
  if (reply == SuggestionReply::assigned) made.staff = given;
  return made;
}

std::string said(const reg::SuggestionAnswer& what, const reg::Staff& staff,
                 const reg::PupilRecord& pupil, std::size_t count) {
  std::string of = fmt::format("{}: {}", child_name(pupil),
                               count == 1 ? "1 suggestion" : fmt::format("{} suggestions", count));
  switch (what.answer) {
    case SuggestionReply::dismissed:
      return of + " dismissed until it gets worse.";
    case SuggestionReply::snoozed:
      return of + " put off until " + what.until->words() + ", or until it gets worse.";
    case SuggestionReply::assigned:
      return of + " given to " + staff_name(staff, what.staff) + ".";
    case SuggestionReply::reopened:
      return of + " opened again.";
  }
  return of;
}

}  // namespace

const reg::PupilRecord* pupil_of_answer(const Visit& visit, const reg::School& school,
                                        const std::string& text) {
  const auto number = whole_number(text);
  const auto* pupil = number ? school.pupil(PupilId(*number)) : nullptr;
  return pupil != nullptr && pupil->on_roll(visit.today) ? pupil : nullptr;
}

Result<AnswerView> answer_view(const Visit& visit, reg::Store& held,
                               const reg::PupilRecord& pupil) {
  const auto source = reports::ReportSource::read_back_of(held, pupil.id, visit.today);
  if (!source) return fail(source.error());
  auto lines = reasons_about(visit, held, *source, pupil.id);
  if (!lines) return fail(lines.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto figures =
      figures_of_child(*source, pupil, visit.today, reports::national_on(*settings, visit.today));
  AnswerView view;
  view.pupil = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  view.class_name = pupil.class_name;
  view.rate = figures.rate;
  view.missed = figures.missed;
  view.last_year = figures.last_year;
  for (const auto& month : figures.months) {
    view.months.emplace_back(month.name, month.percent);
    view.month_words.push_back(month.words);
  }
  view.reasons = std::move(*lines);
  view.staff = staff_choices(**staff);
  view.answer = visit.query("answer");
  const std::string asked = visit.query("key");
  for (const auto& line : view.reasons) {
    const bool chosen = asked.empty() ? line.aside.empty() : line.key == asked;
    if (chosen) view.chosen.push_back(line.key);
  }
  return view;
}

Result<std::optional<std::string>> write_answer(const Visit& visit, reg::Store& held,
                                                const reg::PupilRecord& pupil, FormErrors& errors) {
  const auto source = reports::ReportSource::read_back_of(held, pupil.id, visit.today);
  if (!source) return fail(source.error());
  const auto lines = reasons_about(visit, held, *source, pupil.id);
  if (!lines) return fail(lines.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto keys = checked_keys(visit, *lines, errors);
  auto answer = answer_typed(visit, **staff, pupil.id, errors);
  if (!errors.empty()) return std::nullopt;
  std::vector<reg::CaseNote> notes;
  for (const auto& key : keys) {
    answer.key = key;
    const reg::CaseNote note = answer;
    if (const Status may = reg::may_keep(note, source->school(), {}, visit.today); !may) {
      errors.add("answer", sentence(may.error()));
      return std::nullopt;
    }
    notes.push_back(note);
  }
  const auto written = held.write_case(notes, visit.now);
  if (!written) return fail(written.error());
  return said(answer, **staff, pupil, keys.size());
}

}  // namespace handbell::office
