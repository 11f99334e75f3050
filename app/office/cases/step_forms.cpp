#include "app/base/text.h"
#include "app/office/cases/step.h"
#include "app/office/page/typed_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using Note = std::optional<reg::CaseNote>;

template <class Value>
std::optional<Value> step_value(const Result<Value>& value, const std::string& field,
                                FormErrors& errors) {
  if (value) return *value;
  errors.add(field, sentence(value.error()));
  return std::nullopt;
}

std::optional<SchoolDay> step_day(const Visit& visit, const std::string& field,
                                  const std::string& missing, FormErrors& errors) {
  const std::string typed = visit.typed(field);
  if (typed.empty()) {
    if (!missing.empty()) errors.add(field, missing);
    return std::nullopt;
  }
  return step_value(SchoolDay::parse_any(typed), field, errors);
}

std::optional<TimeOfDay> step_minute(const Visit& visit, FormErrors& errors) {
  if (visit.typed("at").empty()) return std::nullopt;
  const auto time = step_value(TimeOfDay::parse(visit.typed("at")), "at", errors);
  return time ? std::optional(TimeOfDay::from_ms(minutes(time->minute()).count)) : std::nullopt;
}

std::string step_text(const Visit& visit, const std::string& field, const TextRule& rule,
                      FormErrors& errors) {
  return checked_text(visit.typed(field), field, rule, errors);
}

/// Which first entry the step names; 0: it begins.
std::uint64_t step_of(const Visit& visit) {
  const auto number = whole_number(visit.typed("of"));
  return number && *number > 0 ? static_cast<std::uint64_t>(*number) : 0;
}

Note typed_contact(const Visit& visit, const CaseRecord& record, FormErrors& errors) {
  const auto day = step_day(visit, "day", "Say on which day it was.", errors);
  const auto at = step_minute(visit, errors);
  const auto how = step_value(reg::parse_contact_how(visit.typed("how")), "how", errors);
  auto with = step_text(visit, "with", {"Say with whom it was.", 200}, errors);
  auto words = step_text(visit, "words", {"Say what was said."}, errors);
  if (!errors.empty() || !day || !how) return std::nullopt;
  return reg::CaseContact{record.pupil.id, *day, at, std::move(with), *how, std::move(words),
                          visit.who.author};
}

Note typed_meeting(const Visit& visit, const CaseRecord& record, FormErrors& errors) {
  const auto kind = step_value(reg::parse_meeting_kind(visit.typed("kind")), "kind", errors);
  const auto state = step_value(reg::parse_meeting_state(visit.typed("state")), "state", errors);
  const auto day = step_day(visit, "day", "Say on which day the meeting is or was.", errors);
  const auto at = step_minute(visit, errors);
  auto place = step_text(visit, "place", {"Say where it is, or \"by telephone\".", 200}, errors);
  const bool held = state == reg::MeetingState::held;
  const bool planned = state == reg::MeetingState::planned;
  auto present = step_text(visit, "present", {held ? "Say who was there." : "", 500}, errors);
  auto strategies = step_text(visit, "strategies",
                              {held      ? "Say what was agreed."
                               : planned ? ""
                                         : "Say why it was cancelled.",
                               reg::kLongestStrategies},
                              errors);
  const auto review = step_day(visit, "review", "", errors);
  if (!errors.empty() || !kind || !state || !day) return std::nullopt;
  return reg::Meeting{record.pupil.id,
                      *kind,
                      *state,
                      step_of(visit),
                      *day,
                      at,
                      std::move(place),
                      std::move(present),
                      std::move(strategies),
                      review,
                      visit.who.author};
}

Note typed_contract(const Visit& visit, const CaseRecord& record, FormErrors& errors) {
  const auto state = step_value(reg::parse_contract_state(visit.typed("state")), "state", errors);
  const auto day = step_day(visit, "day", "Say on which day this was.", errors);
  auto parents =
      step_text(visit, "parents", {"Say what the parents will do.", reg::kLongestPromise}, errors);
  auto school =
      step_text(visit, "school", {"Say what the school will do.", reg::kLongestPromise}, errors);
  const bool agreed = state == reg::ContractState::agreed;
  const auto signed_on =
      step_day(visit, "signed", agreed ? "Say on which day both signed it on paper." : "", errors);
  const auto review = step_day(visit, "review", "Say when both look at it again.", errors);
  const bool ends = state && !is_open(*state);
  auto words = step_text(visit, "words", {ends ? "Say how it went." : "", 500}, errors);
  if (!errors.empty() || !state || !day || !review) return std::nullopt;
  return reg::Contract{record.pupil.id,    step_of(visit),    *state,    *day,
                       std::move(parents), std::move(school), signed_on, *review,
                       std::move(words),   visit.who.author};
}

reg::Consideration typed_consideration(const Visit& visit, std::size_t place, bool needed,
                                       FormErrors& errors) {
  const std::string field = fmt::format("considered{}", place + 1);
  const std::string typed = visit.typed(field);
  reg::Consideration one;
  if (typed == "yes") one.answer = reg::Considered::yes;
  if (typed == "no") one.answer = reg::Considered::no;
  const std::string words = fmt::format("words{}", place + 1);
  one.words = step_text(visit, words, {"", reg::kLongestConsideration}, errors);
  const bool open = one.answer == reg::Considered::unset;
  if (open && (needed || !one.words.empty() || !typed.empty())) {
    errors.add(field, fmt::format("Answer: {}", reg::question_of(place)));
  }
  return one;
}

Note typed_decision(const Visit& visit, const CaseRecord& record, FormErrors& errors) {
  const auto about = step_value(reg::parse_decision_about(visit.typed("about")), "about", errors);
  if (about) {
    const Status may = may_decide(*about, visit.who.roles);
    if (!may) errors.add("about", sentence(may.error()));
  }
  const auto day = step_day(visit, "day", "Say on which day it was decided.", errors);
  reg::CaseDecision decision{record.pupil.id, {}, {}, {}, "", "", visit.who.author};
  const bool needed = about == reg::DecisionAbout::penalty;
  for (std::size_t i = 0; i < reg::kConsiderations; ++i) {
    decision.considered.at(i) = typed_consideration(visit, i, needed, errors);
  }
  decision.decision = step_text(visit, "decision", {"Say what was decided.", 200}, errors);
  decision.reason = step_text(visit, "reason", {"Say why."}, errors);
  if (!errors.empty() || !about || !day) return std::nullopt;
  decision.about = *about;
  decision.day = *day;
  return decision;
}

/// Key and name of the parent whom the notice is for.
std::optional<CaseParent> typed_parent(const Visit& visit, const CaseRecord& record,
                                       FormErrors& errors) {
  const std::string typed = visit.typed("parent");
  if (typed == "other") {
    const auto name = step_text(visit, "parent_name", {"Name the parent.", 200}, errors);
    return CaseParent{reg::parent_key(name), name, ""};
  }
  for (const auto& parent : parents_of(record)) {
    if (parent.key == typed) return parent;
  }
  errors.add("parent", "Say which parent the notice is for.");
  return std::nullopt;
}

Note typed_notice(const Visit& visit, const CaseRecord& record, FormErrors& errors) {
  const auto parent = typed_parent(visit, record, errors);
  const auto issued = step_day(visit, "issued", "Say when the notice was issued.", errors);
  const auto state = step_value(reg::parse_notice_state(visit.typed("state")), "state", errors);
  const auto told = step_day(visit, "told", "Say when we were told.", errors);
  auto how = step_text(visit, "told_how", {"Say how we were told.", 500}, errors);
  if (!errors.empty() || !parent || !issued || !state || !told) return std::nullopt;
  return reg::NoticeTold{record.pupil.id, parent->key, parent->name,   *issued,         *state,
                         step_of(visit),  *told,       std::move(how), visit.who.author};
}

}  // namespace

std::optional<reg::CaseNote> typed_step(const Visit& visit, const CaseRecord& record,
                                        const std::string& doing, FormErrors& errors) {
  if (doing == "meeting") return typed_meeting(visit, record, errors);
  if (doing == "contract") return typed_contract(visit, record, errors);
  if (doing == "decision") return typed_decision(visit, record, errors);
  if (doing == "notice") return typed_notice(visit, record, errors);
  return typed_contact(visit, record, errors);
}

std::string field_of_step(const Fault& fault, const reg::CaseNote& note) {
  const bool notice = std::holds_alternative<reg::NoticeTold>(note);
  const bool contract = std::holds_alternative<reg::Contract>(note);
  if (fault.code == FaultCode::notice_told) return "issued";
  if (fault.code == FaultCode::dates_crossed && notice) return "told";
  if (fault.code == FaultCode::dates_crossed) return "review";
  if (fault.code == FaultCode::case_to_come) {
    if (notice) return fault.where.starts_with("The notice") ? "issued" : "told";
    return contract && fault.where.starts_with("The signature") ? "signed" : "day";
  }
  return notice ? "parent" : "day";
}

}  // namespace handbell::office
