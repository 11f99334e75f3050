#include "app/office/cases/case.h"

#include "app/office/cases/case_lines.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/paper/letter_kind.h"
#include "app/reports/case_due.h"
#include "app/reports/case_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace handbell::office {
namespace {

using reg::Role;

struct StepWords {
  const char* doing;
  const char* words;
};
constexpr std::array<StepWords, 5> kSteps{{{"contact", "Contact"},
                                           {"meeting", "Meeting"},
                                           {"contract", "Contract"},
                                           {"decision", "Decision"},
                                           {"notice", "Penalty notice"}}};

std::string step_address(const std::string& pupil, const std::string& doing, std::uint64_t of) {
  const std::string more = of == 0 ? "" : "&of=" + std::to_string(of);
  return "/attendance/case/step?pupil=" + pupil + "&do=" + doing + more;
}

std::string texts_address(const std::string& pupil, std::uint64_t meeting) {
  return "/attendance/case/texts?pupil=" + pupil + "&meeting=" + std::to_string(meeting);
}

Way way_of(const reports::CaseDue& due, const std::string& pupil) {
  switch (due.kind) {
    case reports::DueKind::meeting:
      return {step_address(pupil, "meeting", due.of), "Record it"};
    case reports::DueKind::email:
    case reports::DueKind::cpoms:
      return {texts_address(pupil, due.of), "Texts to copy"};
    case reports::DueKind::meeting_review:
      return {step_address(pupil, "meeting", 0), "Record a meeting"};
    case reports::DueKind::contract_review:
      return {step_address(pupil, "contract", due.of), "Record how it went"};
    case reports::DueKind::contract_failed:
      return {step_address(pupil, "decision", 0), "Record the decision"};
  }
  return {};
}

CaseTodo todo_of(const reports::CaseDue& due, const CaseFacts& facts, SchoolDay today) {
  CaseTodo todo;
  todo.day = due.day.words();
  todo.words = sentence(due, facts.notes);
  put_state(due.day, today, todo.state, todo.look);
  todo.way = way_of(due, std::to_string(facts.pupil.id.number()));
  return todo;
}

void add_todos(const Visit& visit, const CaseFacts& facts, CaseView& view) {
  for (const auto& task : facts.figures.untold) {
    CaseTodo todo{task.day.words(), sentence(task), "", "", {}, key_of(task)};
    put_state(task.day, visit.today, todo.state, todo.look);
    view.due.push_back(std::move(todo));
  }
  if (!view.whole) return;
  for (const auto& due : reports::case_due(facts.notes, visit.today)) {
    auto& list = due.day <= visit.today ? view.due : view.ahead;
    list.push_back(todo_of(due, facts, visit.today));
  }
}

void add_figures(const CaseFacts& facts, CaseView& view) {
  const auto& figures = facts.figures;
  view.figures = {
      {"Attendance this school year", reports::rate_words(figures.year)},
      {"Absences", fmt::format("{} authorised, {} unauthorised", figures.year.authorised(),
                               figures.year.unauthorised())},
      {"Late", fmt::format("{} before the register closed, {} after",
                           figures.year.late_before_close(), figures.year.late_after_close())}};
  if (figures.last_year.possible() > 0) {
    view.figures.emplace_back("Last school year", reports::rate_words(figures.last_year));
  }
  if (figures.suggestions.pending > 0) {
    view.figures.emplace_back("Counted as the door proposes",
                              fmt::format("{} sessions", figures.suggestions.pending));
  }
}

/// A code that tells of health is for those who may read it.
bool sees_suggestion(const Visitor& who, const reports::Suggestion& suggestion) {
  return !reports::tells_of_health(suggestion.key) || sees_code(who, reg::code_of("I"));
}

void add_reasons(const Visit& visit, const CaseFacts& facts, CaseView& view) {
  for (const auto& suggestion : facts.figures.suggestions.suggestions) {
    if (!sees_suggestion(visit.who, suggestion)) continue;
    for (const auto& words : suggestion.sentences) {
      view.reasons.push_back(std::string(words_of(suggestion.key)) + ": " + words);
    }
  }
}

/// What may be done with the newest step of a meeting, a contract or a notice.
template <class Step>
void add_way(const std::vector<reg::CaseNoteGiven>& notes, std::uint64_t entry,
             const std::function<Way(const reg::Noted<Step>&)>& way, std::vector<Way>& ways) {
  for (const auto& step : reg::newest_steps<Step>(notes)) {
    if (step.entry != entry) continue;
    const Way found = way(step);
    if (!found.first.empty()) ways.push_back(found);
  }
}

void add_ways(const CaseFacts& facts, const std::string& pupil, std::uint64_t entry,
              std::vector<Way>& ways) {
  add_way<reg::Meeting>(
      facts.notes, entry,
      [&](const auto& meeting) -> Way {
        if (meeting.what.state == reg::MeetingState::planned) {
          return {step_address(pupil, "meeting", began_with(meeting)), "Record it"};
        }
        const bool held = meeting.what.state == reg::MeetingState::held;
        return held ? Way{texts_address(pupil, began_with(meeting)), "Texts to copy"} : Way();
      },
      ways);
  add_way<reg::Contract>(
      facts.notes, entry,
      [&](const auto& contract) -> Way {
        if (!is_open(contract.what.state)) return {};
        return {step_address(pupil, "contract", began_with(contract)), "Next step"};
      },
      ways);
  add_way<reg::NoticeTold>(
      facts.notes, entry,
      [&](const auto& notice) -> Way {
        return {step_address(pupil, "notice", began_with(notice)), "Further news"};
      },
      ways);
}

const reg::CaseNoteGiven* note_at(const CaseFacts& facts, std::uint64_t entry) {
  const auto at = std::ranges::find(facts.notes, entry, &reg::CaseNoteGiven::entry);
  return at == facts.notes.end() ? nullptr : &*at;
}

void add_lines(const Visit& visit, const CaseFacts& facts, CaseView& view) {
  for (auto& dated : case_lines(facts, visit.who)) {
    const auto* given = note_at(facts, dated.entry);
    const bool stands = given != nullptr && !given->back;
    if (stands && may_write(visit.who, given->what)) {
      add_ways(facts, view.pupil, dated.entry, dated.line.ways);
    }
    if (stands && may_take_back(visit.who, given->what)) {
      dated.line.ways.emplace_back(
          fmt::format("/attendance/case/undo?pupil={}&entry={}", view.pupil, dated.entry),
          "Take back");
    }
    view.lines.push_back(std::move(dated.line));
  }
}

/// A sheet is offered to those alone who may make it.
std::vector<Way> papers_for(const Visitor& who, const std::string& pupil) {
  using paper::LetterKind;
  constexpr std::array kSheets{std::pair{LetterKind::invitation, "Invitation"},
                               std::pair{LetterKind::meeting, "Meeting sheet"},
                               std::pair{LetterKind::contract, "Contract"},
                               std::pair{LetterKind::penalty, "Consideration of a penalty notice"},
                               std::pair{LetterKind::lateness, "Lateness letter"}};
  std::vector<Way> ways{{"/attendance/pack?pupil=" + pupil, "Evidence pack"}};
  for (const auto& [kind, words] : kSheets) {
    if (!paper::may_make(kind, who.roles)) continue;
    ways.emplace_back(fmt::format("/letters/sheet?kind={}&pupil={}", text_of(kind), pupil), words);
  }
  return ways;
}

}  // namespace

void put_state(SchoolDay day, SchoolDay today, std::string& state, std::string& look) {
  state = day < today ? "overdue" : day == today ? "today" : "to come";
  look = day < today ? "red" : day == today ? "orange" : "blue";
}

std::vector<Way> steps_for(const Visit& visit, const std::string& pupil) {
  std::vector<Way> ways;
  const bool whole = sees_whole_case(visit.who);
  for (const auto& step : kSteps) {
    const std::string doing = step.doing;
    const bool notice = doing == "notice" && !visit.who.has_one_of({Role::champion, Role::head});
    if (notice || (!whole && doing != "contact")) continue;
    ways.emplace_back(step_address(pupil, doing, 0), step.words);
  }
  return ways;
}

std::vector<std::string> figure_sentences(const CaseFacts& facts) {
  std::vector<std::string> sentences{
      "This school year: " + reports::rate_words(facts.figures.year) + "."};
  if (facts.figures.last_year.possible() > 0) {
    sentences.push_back("Last school year: " + reports::rate_words(facts.figures.last_year) + ".");
  }
  if (const int pending = facts.figures.suggestions.pending; pending > 0) {
    sentences.push_back(fmt::format(
        "{} of this year's sessions {} counted as the door proposes, which nobody accepted yet.",
        pending, pending == 1 ? "is" : "are"));
  }
  return sentences;
}

std::vector<std::string> penalty_sentences(const CaseFacts& facts) {
  const auto& window = facts.figures.window;
  if (!window.latest) {
    return {
        fmt::format("The threshold of a penalty notice is not met: {} sessions in the fullest "
                    "ten school weeks.",
                    window.most)};
  }
  std::vector<std::string> sentences{sentence(*window.latest)};
  if (!window.on_closed_days.empty()) {
    sentences.push_back(fmt::format(
        "{} such marks lie on days without school and count nowhere: mark or calendar is wrong.",
        window.on_closed_days.size()));
  }
  return sentences;
}

std::vector<std::pair<std::string, std::string>> parent_steps(const CaseFacts& facts,
                                                              SchoolDay today) {
  const auto notices = reports::notices_told(facts.notes);
  std::vector<std::pair<std::string, std::string>> steps;
  for (const auto& parent : parents_of(facts)) {
    const auto next = reports::next_step(notices, parent.key, facts.pupil.id, today);
    const std::string name =
        parent.relationship.empty() ? parent.name : parent.name + ", " + parent.relationship;
    steps.emplace_back(name, sentence(next));
  }
  return steps;
}

CaseView case_view(const Visit& visit, const CaseFacts& facts) {
  CaseView view;
  view.pupil = std::to_string(facts.pupil.id.number());
  view.name = child_name(facts.pupil);
  view.class_name = facts.pupil.class_name;
  view.whole = sees_whole_case(visit.who);
  view.open = reports::is_open_case(facts.notes);
  if (!facts.pupil.on_roll(visit.today)) view.left = "This child is not on roll today.";
  add_todos(visit, facts, view);
  add_figures(facts, view);
  add_lines(visit, facts, view);
  view.steps = steps_for(visit, view.pupil);
  if (!view.whole) return view;
  add_reasons(visit, facts, view);
  view.penalty = penalty_sentences(facts);
  view.parents = parent_steps(facts, visit.today);
  view.papers = papers_for(visit.who, view.pupil);
  return view;
}

}  // namespace handbell::office
