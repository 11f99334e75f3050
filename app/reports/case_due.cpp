#include "app/reports/case_due.h"

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

using Notes = std::vector<reg::CaseNoteGiven>;
using MeetingNoted = reg::Noted<reg::Meeting>;
using ContractNoted = reg::Noted<reg::Contract>;

constexpr std::array<std::string_view, 6> kDueKinds{
    "meeting", "email", "cpoms", "meeting_review", "contract_review", "contract_failed"};

/// So long a tick is kept at the least (D51): after that nobody could tell any more.
constexpr int kTickKnown = 366;

/// The entry of the newest end of the case that stands; 0: none.
std::uint64_t ended_by(const Notes& notes) {
  std::uint64_t ended = 0;
  for (const auto& decision : reg::standing<reg::CaseDecision>(notes)) {
    if (decision.what.about == reg::DecisionAbout::close) ended = decision.entry;
  }
  return ended;
}

bool opens_a_case(const reg::CaseNote& note) {
  return !std::holds_alternative<reg::SuggestionAnswer>(note) &&
         !std::holds_alternative<reg::TextSent>(note) &&
         !std::holds_alternative<reg::Concern>(note);
}

bool is_ticked(const Notes& notes, std::uint64_t meeting, reg::SentKind kind) {
  return std::ranges::any_of(reg::standing<reg::TextSent>(notes), [&](const auto& sent) {
    return sent.what.of == meeting && sent.what.kind == kind;
  });
}

/// Somebody looked again: another meeting was held, or something was decided.
bool is_reviewed(const Notes& notes, std::uint64_t meeting, SchoolDay review) {
  const auto met = reg::newest_steps<reg::Meeting>(notes);
  const bool held = std::ranges::any_of(met, [&](const MeetingNoted& one) {
    return began_with(one) != meeting && one.what.state == reg::MeetingState::held &&
           review <= one.what.day;
  });
  return held || std::ranges::any_of(reg::standing<reg::CaseDecision>(notes),
                                     [&](const auto& one) { return review <= one.what.day; });
}

void add_meeting(const Notes& notes, const MeetingNoted& meeting, SchoolDay today,
                 std::vector<CaseDue>& due) {
  const auto of = began_with(meeting);
  const auto& what = meeting.what;
  if (what.state == reg::MeetingState::planned) due.push_back({what.day, DueKind::meeting, of});
  if (what.state != reg::MeetingState::held) return;
  const bool known = today < what.day.plus(kTickKnown);
  if (known && !is_ticked(notes, of, reg::SentKind::email)) {
    due.push_back({what.day, DueKind::email, of});
  }
  if (known && !is_ticked(notes, of, reg::SentKind::cpoms)) {
    due.push_back({what.day, DueKind::cpoms, of});
  }
  if (what.review && !is_reviewed(notes, of, *what.review)) {
    due.push_back({*what.review, DueKind::meeting_review, of});
  }
}

void add_contract(const Notes& notes, const ContractNoted& contract, std::vector<CaseDue>& due) {
  const auto of = began_with(contract);
  const auto& what = contract.what;
  if (is_open(what.state)) due.push_back({what.review, DueKind::contract_review, of});
  if (what.state != reg::ContractState::failed) return;
  const bool decided =
      std::ranges::any_of(reg::standing<reg::CaseDecision>(notes),
                          [&](const auto& one) { return contract.entry < one.entry; });
  if (!decided) due.push_back({what.day, DueKind::contract_failed, of});
}

template <class Step>
std::optional<Step> step_of(const Notes& notes, std::uint64_t of) {
  for (const auto& step : reg::newest_steps<Step>(notes)) {
    if (began_with(step) == of) return step.what;
  }
  return std::nullopt;
}

std::string meeting_words(const Notes& notes, std::uint64_t of) {
  const auto meeting = step_of<reg::Meeting>(notes, of);
  if (!meeting) return "a meeting";
  return "the " + std::string(words_of(meeting->kind)) + " of " + meeting->day.words();
}

}  // namespace

std::string_view text_of(DueKind kind) { return kDueKinds.at(static_cast<std::size_t>(kind)); }

std::string sentence(const CaseDue& due, const Notes& notes) {
  switch (due.kind) {
    case DueKind::meeting:
      return "Record " + meeting_words(notes, due.of) + ": held, or cancelled.";
    case DueKind::email:
      return "Send the family the e-mail after " + meeting_words(notes, due.of) + ".";
    case DueKind::cpoms:
      return "Log " + meeting_words(notes, due.of) + " in CPOMS.";
    case DueKind::meeting_review:
      return "Look again at what was agreed in " + meeting_words(notes, due.of) + ".";
    case DueKind::contract_review:
      return "Review the attendance contract: kept, or not.";
    case DueKind::contract_failed:
      return "The contract was not kept: the headteacher decides what follows.";
  }
  return {};
}

bool is_open_case(const Notes& notes) {
  const auto ended = ended_by(notes);
  return std::ranges::any_of(notes, [&](const auto& given) {
    return !given.back && opens_a_case(given.what) && ended < given.entry;
  });
}

std::vector<CaseDue> case_due(const Notes& notes, SchoolDay today) {
  const auto ended = ended_by(notes);
  std::vector<CaseDue> due;
  for (const auto& meeting : reg::newest_steps<reg::Meeting>(notes)) {
    if (ended < meeting.entry) add_meeting(notes, meeting, today, due);
  }
  for (const auto& contract : reg::newest_steps<reg::Contract>(notes)) {
    if (ended < contract.entry) add_contract(notes, contract, due);
  }
  std::ranges::sort(due);
  return due;
}

}  // namespace handbell::reports
