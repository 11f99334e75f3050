#include "app/office/cases/step.h"

#include "app/base/text.h"
#include "app/office/cases/case.h"
#include "app/office/cases/case_lines.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::array kStepFields{
    "day",    "at",          "with",        "how",         "words",  "kind",
    "state",  "place",       "present",     "strategies",  "review", "parents",
    "school", "signed",      "about",       "decision",    "reason", "considered1",
    "words1", "considered2", "words2",      "considered3", "words3", "considered4",
    "words4", "parent",      "parent_name", "issued",      "told",   "told_how"};

std::uint64_t entry_of(const std::string& of) {
  const auto number = whole_number(of);
  return number && *number > 0 ? static_cast<std::uint64_t>(*number) : 0;
}

template <class Step>
std::optional<reg::Noted<Step>> newest_of(const CaseRecord& record, std::uint64_t of) {
  for (const auto& step : reg::newest_steps<Step>(record.notes)) {
    if (began_with(step) == of) return step;
  }
  return std::nullopt;
}

void put_meeting(const reg::Meeting& meeting, StepView& view) {
  view.typed["kind"] = text_of(meeting.kind);
  view.typed["day"] = meeting.day.text();
  view.typed["at"] = meeting.at ? meeting.at->hh_mm() : "";
  view.typed["place"] = meeting.place;
  view.typed["present"] = meeting.present;
  view.about = fmt::format("This goes on with the {} planned for {}.", words_of(meeting.kind),
                           meeting.day.words());
}

void put_contract(const reg::Contract& contract, StepView& view) {
  view.typed["parents"] = contract.parents_will;
  view.typed["school"] = contract.school_will;
  view.typed["signed"] = contract.signed_on ? contract.signed_on->text() : "";
  view.typed["review"] = contract.review.text();
  view.typed["state"] = contract.state == reg::ContractState::offered ? "agreed" : "kept";
  view.about = fmt::format("This goes on with the contract of {} ({}).", contract.day.words(),
                           words_of(contract.state));
}

void put_notice(const reg::NoticeTold& notice, StepView& view) {
  view.typed["parent"] = notice.parent_key;
  view.typed["issued"] = notice.issued.text();
  view.typed["state"] = "paid";
  view.about = fmt::format("This is news of the notice to {}, issued on {} ({}).", notice.parent,
                           notice.issued.words(), words_of(notice.state));
}

/// What goes on is filled in. False where the case has none of that entry.
bool put_before(const CaseRecord& record, std::uint64_t of, StepView& view) {
  if (view.doing == "meeting") {
    const auto meeting = newest_of<reg::Meeting>(record, of);
    if (meeting) put_meeting(meeting->what, view);
    return meeting.has_value();
  }
  if (view.doing == "contract") {
    const auto contract = newest_of<reg::Contract>(record, of);
    if (contract) put_contract(contract->what, view);
    return contract.has_value();
  }
  const auto notice = newest_of<reg::NoticeTold>(record, of);
  if (view.doing == "notice" && notice) put_notice(notice->what, view);
  return view.doing == "notice" && notice.has_value();
}

/// At stage four a contract is what the policy speaks of (policy 5).
std::string kind_suggested(const CaseFacts& facts) {
  return facts.figures.suggestions.stages.highest() == 4 ? "contract" : "support";
}

std::vector<Choice> abouts_for(const Visitor& who) {
  std::vector<Choice> choices;
  for (int i = 1; i <= static_cast<int>(reg::kLastDecisionAbout); ++i) {
    const auto about = static_cast<reg::DecisionAbout>(i);
    if (!may_decide(about, who.roles)) continue;
    std::string words(words_of(about));
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    choices.push_back({std::string(text_of(about)), words, ""});
  }
  return choices;
}

}  // namespace

std::string step_asked(const Visitor& who, const std::string& doing) {
  const bool notice = doing == "notice" && who.has_one_of({Role::champion, Role::head});
  const bool whole =
      sees_whole_case(who) && (doing == "meeting" || doing == "contract" || doing == "decision");
  return doing == "contact" || notice || whole ? doing : "";
}

std::optional<StepView> step_view(const Visit& visit, const CaseFacts& facts,
                                  const std::string& doing, const std::string& of) {
  StepView view;
  view.pupil = std::to_string(facts.pupil.id.number());
  view.name = child_name(facts.pupil);
  view.class_name = facts.pupil.class_name;
  view.doing = doing;
  view.steps = steps_for(visit, view.pupil);
  const std::string today = visit.today.text();
  view.typed = {{"day", today}, {"how", "phone"}, {"state", "held"}, {"told", today}};
  if (doing == "meeting") view.typed["kind"] = kind_suggested(facts);
  if (doing == "contract") view.typed["state"] = "offered";
  if (doing == "notice") view.typed["state"] = "issued";
  const auto began = entry_of(of);
  view.of = std::to_string(began);
  if (began > 0 && !put_before(facts, began, view)) return std::nullopt;
  for (const auto& parent : parents_of(facts)) {
    const std::string of_whom = parent.relationship.empty() ? "" : ", " + parent.relationship;
    view.parents.push_back({parent.key, parent.name + of_whom, ""});
  }
  view.parents.push_back({"other", "Somebody else, named below", ""});
  view.abouts = abouts_for(visit.who);
  if (!sees_whole_case(visit.who)) return view;
  view.facts = figure_sentences(facts);
  if (doing == "decision" || doing == "notice") {
    for (auto& words : penalty_sentences(facts)) view.facts.push_back(std::move(words));
    for (const auto& [parent, next] : parent_steps(facts, visit.today)) {
      view.facts.push_back(fmt::format("{}: {}", parent, next));
    }
  }
  return view;
}

void keep_typed_step(const Visit& visit, StepView& view) {
  for (const char* field : kStepFields) view.typed[field] = visit.typed(field);
}

}  // namespace handbell::office
