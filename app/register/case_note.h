// What a school writes down when it follows up a child's absence: talks, meetings, contracts,
// decisions, penalty notices as it was told of them, what it made of suggestions, which texts it
// sent, who worries (policy 4.2, 5, 6 and 8).
//
// A note is an entry of the register with its author and both times, found by its child. It is
// never changed: an error is taken back by another entry that names it (TakenBack), and both stay.
// What goes on over several steps, as a meeting that is planned and held, is one note a step, which
// names the first.
#pragma once

#include "app/register/attendance_contract.h"
#include "app/register/case_contact.h"
#include "app/register/case_decision.h"
#include "app/register/concern.h"
#include "app/register/day_note.h"
#include "app/register/meeting.h"
#include "app/register/penalty_told.h"
#include "app/register/suggestion_answer.h"
#include "app/register/text_sent.h"

#include <optional>
#include <variant>
#include <vector>

namespace handbell::reg {

using CaseNote = std::variant<CaseContact, Meeting, Contract, CaseDecision, NoticeTold,
                              SuggestionAnswer, TextSent, Concern>;

/// A note and the register's entry that keeps it.
struct CaseNoteGiven {
  std::uint64_t entry = 0;
  Instant typed;
  CaseNote what;
  std::optional<TakenBack> back = std::nullopt;  ///< it was an error
  friend bool operator==(const CaseNoteGiven&, const CaseNoteGiven&) = default;
};

/// Those of one kind that stand, in their order.
template <class Note>
[[nodiscard]] std::vector<Noted<Note>> standing(const std::vector<CaseNoteGiven>& notes) {
  std::vector<Noted<Note>> found;
  for (const auto& given : notes) {
    const auto* what = std::get_if<Note>(&given.what);
    if (what != nullptr && !given.back) found.push_back({given.entry, given.typed, *what});
  }
  return found;
}

/// The newest step of each meeting, contract or notice that stands, in the order in which these
/// began. Note: one that has `of`.
template <class Note>
[[nodiscard]] std::vector<Noted<Note>> newest_steps(const std::vector<CaseNoteGiven>& notes) {
  std::vector<Noted<Note>> newest;
  for (auto& step : standing<Note>(notes)) {
    const auto began = [](const Noted<Note>& one) {
      return one.what.of == 0 ? one.entry : one.what.of;
    };
    bool followed = false;
    for (auto& held : newest) {
      if (began(held) != began(step)) continue;
      held = step;
      followed = true;
      break;
    }
    if (!followed) newest.push_back(std::move(step));
  }
  return newest;
}

/// The entry that a further step of this one names.
template <class Note>
[[nodiscard]] std::uint64_t began_with(const Noted<Note>& step) {
  return step.what.of == 0 ? step.entry : step.what.of;
}

/// What belongs to it is there, and texts fit. Faults: those of each kind.
[[nodiscard]] Status complete(const CaseNote& note);
[[nodiscard]] PupilId child_of(const CaseNote& note);
/// The day that it is about: of a meeting its own, of a notice its issue.
[[nodiscard]] SchoolDay day_of(const CaseNote& note);
[[nodiscard]] const Author& author_of(const CaseNote& note);

/// Whether it may be written down today beside what is held of the child. Faults: those of
/// complete(), pupil_unknown, case_before_roll, case_to_come, case_step_unknown.
[[nodiscard]] Status may_keep(const CaseNote& note, const School& school,
                              const std::vector<CaseNoteGiven>& held, SchoolDay today);

}  // namespace handbell::reg
