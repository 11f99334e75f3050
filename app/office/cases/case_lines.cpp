#include "app/office/cases/case_lines.h"

#include "app/base/school_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

std::string capital(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

void add_words(CaseLine& line, const std::string& label, const std::string& words) {
  if (!words.empty()) line.words.push_back(label.empty() ? words : label + ": " + words);
}

std::string meeting_look(reg::MeetingState state) {
  if (state == reg::MeetingState::planned) return "blue";
  return state == reg::MeetingState::held ? "green" : "grey";
}

std::string contract_look(reg::ContractState state) {
  if (is_open(state)) return "blue";
  if (state == reg::ContractState::kept) return "green";
  return state == reg::ContractState::failed ? "red" : "grey";
}

/// A family talks to the office too; what other services say is for those who lead the case.
bool is_with_a_service(const reg::CaseContact& contact) {
  return contact.how == reg::ContactHow::other_service ||
         contact.how == reg::ContactHow::local_authority;
}

void describe(const reg::CaseContact& contact, bool whole, CaseLine& line) {
  if (contact.at) add_words(line, "At", contact.at->shown());
  if (!whole && is_with_a_service(contact)) return;
  add_words(line, "With", contact.with);
  add_words(line, "", contact.words);
}

void describe(const reg::Meeting& meeting, bool whole, CaseLine& line) {
  line.state = words_of(meeting.state);
  line.look = meeting_look(meeting.state);
  if (meeting.at) add_words(line, "At", meeting.at->shown());
  add_words(line, "Where", meeting.place);
  if (!whole) return;
  add_words(line, meeting.state == reg::MeetingState::planned ? "Invited" : "Present",
            meeting.present);
  const bool cancelled = meeting.state == reg::MeetingState::cancelled;
  add_words(line, cancelled ? "Why" : "Agreed", meeting.strategies);
  if (meeting.review) add_words(line, "Review", meeting.review->words());
}

void describe(const reg::Contract& contract, bool, CaseLine& line) {
  line.state = words_of(contract.state);
  line.look = contract_look(contract.state);
  add_words(line, "Parents will", contract.parents_will);
  add_words(line, "School will", contract.school_will);
  if (contract.signed_on) add_words(line, "Signed", contract.signed_on->words());
  add_words(line, "Review", contract.review.words());
  add_words(line, "How it went", contract.words);
}

void describe(const reg::CaseDecision& decision, bool, CaseLine& line) {
  add_words(line, "Decided", decision.decision);
  add_words(line, "Why", decision.reason);
  for (std::size_t i = 0; i < reg::kConsiderations; ++i) {
    const auto& one = decision.considered.at(i);
    if (one.answer == reg::Considered::unset) continue;
    const std::string answer = one.answer == reg::Considered::yes ? "Yes" : "No";
    line.words.push_back(fmt::format("{} {}{}", reg::question_of(i), answer,
                                     one.words.empty() ? "." : ": " + one.words));
  }
}

void describe(const reg::NoticeTold& notice, bool, CaseLine& line) {
  line.state = words_of(notice.state);
  line.look = notice.state == reg::NoticeState::withdrawn ? "grey" : "orange";
  add_words(line, "To", notice.parent);
  add_words(line, "Issued", notice.issued.words());
  add_words(line, "We were told", notice.told.words() + ", " + notice.told_how);
}

void describe(const reg::SuggestionAnswer& answer, bool, CaseLine& line) {
  line.state = words_of(answer.answer);
  line.look = "grey";
  const auto key = reports::parse_suggestion_key(answer.key);
  add_words(line, "Suggestion", key ? std::string(words_of(*key)) : answer.key);
  if (answer.until) add_words(line, "Until", answer.until->words());
  add_words(line, "For", answer.staff);
  add_words(line, "Why", answer.reason);
}

void describe(const reg::TextSent& sent, bool, CaseLine& line) {
  add_words(line, "", sent.title);
  add_words(line, "Assigned to", sent.assignee);
}

void describe(const reg::Concern& concern, bool, CaseLine& line) {
  line.state = words_of(concern.state);
  line.look = concern.state == reg::ConcernState::closed ? "grey" : "blue";
  std::string whom;
  for (const auto each : concern.whom)
    whom += (whom.empty() ? "" : ", ") + std::string(words_of(each));
  add_words(line, "For", whom);
  add_words(line, "", concern.words);
}

std::string title_for(const reg::CaseContact& contact) {
  return "Contact " + std::string(words_of(contact.how));
}
std::string title_for(const reg::Meeting& meeting) { return capital(words_of(meeting.kind)); }
std::string title_for(const reg::Contract&) { return "Attendance contract"; }
std::string title_for(const reg::CaseDecision& decision) {
  return "Decision about " + std::string(words_of(decision.about));
}
std::string title_for(const reg::NoticeTold&) { return "Penalty notice"; }
std::string title_for(const reg::SuggestionAnswer&) { return "Answer to a suggestion"; }
std::string title_for(const reg::Concern&) { return "Concern"; }
std::string title_for(const reg::TextSent& sent) { return capital(words_of(sent.kind)); }

/// Under which day it stands in the time line: news of a notice when it came.
SchoolDay line_day(const reg::CaseNote& note) {
  const auto* notice = std::get_if<reg::NoticeTold>(&note);
  return notice != nullptr ? notice->told : day_of(note);
}

/// Whom somebody saw to it for, by name where the id is on the staff list.
void name_staff(const reg::Staff& staff, reg::CaseNote& note) {
  auto* answer = std::get_if<reg::SuggestionAnswer>(&note);
  if (answer == nullptr || answer->staff.empty()) return;
  const auto* member = staff.named(answer->staff);
  if (member != nullptr) answer->staff = member->name.text();
}

}  // namespace

std::string moment_in_words(Instant at) {
  const auto local = to_local(at);
  return local ? local->day.words() + ", " + local->time.shown() : with_offset(at);
}

std::string title_of(const reg::CaseNote& note) {
  return std::visit([](const auto& what) { return title_for(what); }, note);
}

CaseLine case_line(const reg::CaseNoteGiven& given, const reg::Staff& staff, const Visitor& who) {
  const bool whole = sees_whole_case(who) || author_of(given.what) == who.author;
  CaseLine line;
  line.day = line_day(given.what).words();
  line.what = title_of(given.what);
  reg::CaseNote note = given.what;
  name_staff(staff, note);
  std::visit([&](const auto& what) { describe(what, whole, line); }, note);
  line.by = author_of(given.what).text() + "; written down " + moment_in_words(given.typed);
  if (given.back) {
    line.back = fmt::format("Taken back by {}, {}: {}", given.back->by.text(),
                            moment_in_words(given.back->at), given.back->reason);
  }
  return line;
}

CaseLine call_line_of(const reg::Noted<reg::CallAttempt>& call) {
  CaseLine line;
  const auto local = to_local(call.what.at);
  line.day = local ? local->day.words() : "";
  line.what = "Call of the morning";
  line.state = words_of(call.what.result);
  line.look = "grey";
  if (local) add_words(line, "At", local->time.shown());
  add_words(line, "Rung", call.what.rung);
  add_words(line, "", call.what.words);
  line.by = call.what.by.text();
  return line;
}

bool sees_note(const Visitor& who, const reg::CaseNote& note) {
  if (sees_whole_case(who)) return true;
  const auto* sent = std::get_if<reg::TextSent>(&note);
  if (sent != nullptr) return sent->kind == reg::SentKind::letter;
  return std::holds_alternative<reg::CaseContact>(note) ||
         std::holds_alternative<reg::Meeting>(note);
}

bool may_write(const Visitor& who, const reg::CaseNote& note) {
  // A concern is handed on, and taken back, on its own page.
  if (std::holds_alternative<reg::Concern>(note)) return false;
  const auto* sent = std::get_if<reg::TextSent>(&note);
  const bool letter = sent != nullptr && sent->kind == reg::SentKind::letter;
  if (std::holds_alternative<reg::CaseContact>(note) || letter) {
    return who.has(Role::office) || sees_whole_case(who);
  }
  const auto* decision = std::get_if<reg::CaseDecision>(&note);
  if (decision != nullptr) return may_decide(decision->about, who.roles).has_value();
  if (std::holds_alternative<reg::NoticeTold>(note)) {
    return who.has_one_of({Role::champion, Role::head});
  }
  return sees_whole_case(who);
}

bool may_take_back(const Visitor& who, const reg::CaseNote& note) {
  return may_write(who, note) && (sees_whole_case(who) || author_of(note) == who.author);
}

std::vector<DatedLine> case_lines(const CaseFacts& facts, const Visitor& who) {
  std::vector<DatedLine> lines;
  for (const auto& given : facts.notes) {
    if (!sees_note(who, given.what)) continue;
    lines.push_back({line_day(given.what), given.entry, case_line(given, *facts.staff, who)});
  }
  for (const auto& call : facts.calls) {
    const auto local = to_local(call.what.at);
    if (local) lines.push_back({local->day, call.entry, call_line_of(call)});
  }
  std::ranges::sort(lines, [](const DatedLine& a, const DatedLine& b) {
    return std::pair(b.day, b.entry) < std::pair(a.day, a.entry);
  });
  return lines;
}

}  // namespace handbell::office
