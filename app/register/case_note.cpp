#include "app/register/case_note.h"

#include "app/register/school.h"

#include <algorithm>

namespace handbell::reg {

namespace {

/// The days on which something was, so that none of them may be to come.
struct PastDay {
  SchoolDay day;
  const char* what;
};
using PastDays = std::vector<PastDay>;

PastDays past_days(const CaseContact& contact) { return {{contact.day, "The contact"}}; }
PastDays past_days(const Meeting& meeting) {
  if (meeting.state != MeetingState::held) return {};
  return {{meeting.day, "A meeting that was held"}};
}
PastDays past_days(const Contract& contract) {
  PastDays days{{contract.day, "The contract"}};
  if (contract.signed_on) days.push_back({*contract.signed_on, "The signature"});
  return days;
}
PastDays past_days(const CaseDecision& decision) { return {{decision.day, "The decision"}}; }
PastDays past_days(const NoticeTold& notice) {
  return {{notice.issued, "The notice"}, {notice.told, "What we were told"}};
}
PastDays past_days(const SuggestionAnswer& answer) { return {{answer.day, "The answer"}}; }
PastDays past_days(const Concern& concern) { return {{concern.day, "The concern"}}; }
PastDays past_days(const TextSent& sent) { return {{sent.day, "What was sent"}}; }

/// Of a notice nobody asks where the child was: a brother's school may have told the authority of
/// both, and it counts for three years.
bool needs_roll(const CaseNote& note) {
  return std::holds_alternative<CaseContact>(note) || std::holds_alternative<Meeting>(note) ||
         std::holds_alternative<Contract>(note) || std::holds_alternative<CaseDecision>(note) ||
         std::holds_alternative<Concern>(note);
}

/// Of that child, and one of its steps stands: the first may have been the error.
template <class Step>
Status follows_first(const Step& step, const std::vector<CaseNoteGiven>& held) {
  if (step.of == 0) return {};
  for (const auto& one : standing<Step>(held)) {
    if (began_with(one) == step.of && one.what.pupil == step.pupil) return {};
  }
  return fail(FaultCode::case_step_unknown, std::to_string(step.of));
}

Status follows(const Meeting& meeting, const std::vector<CaseNoteGiven>& held) {
  return follows_first(meeting, held);
}
Status follows(const Contract& contract, const std::vector<CaseNoteGiven>& held) {
  return follows_first(contract, held);
}
Status follows(const Concern& concern, const std::vector<CaseNoteGiven>& held) {
  return follows_first(concern, held);
}
/// A notice that is written down twice would count twice, and a parent's second one be the third.
Status is_another(const NoticeTold& notice, const std::vector<Noted<NoticeTold>>& held) {
  const bool same = std::ranges::any_of(held, [&](const Noted<NoticeTold>& one) {
    return one.what.pupil == notice.pupil && one.what.parent_key == notice.parent_key &&
           one.what.issued == notice.issued;
  });
  if (!same) return {};
  return fail(FaultCode::notice_told, notice.parent + ", issued on " + notice.issued.words() + ",");
}

Status follows(const NoticeTold& notice, const std::vector<CaseNoteGiven>& held) {
  const auto all = standing<NoticeTold>(held);
  if (notice.of == 0) return is_another(notice, all);
  if (Status known = follows_first(notice, held); !known) return known;
  const bool same = std::ranges::any_of(all, [&](const Noted<NoticeTold>& one) {
    return began_with(one) == notice.of && one.what.parent_key == notice.parent_key &&
           one.what.issued == notice.issued;
  });
  return same ? Status() : fail(FaultCode::case_step_unknown, std::to_string(notice.of));
}
Status follows(const TextSent& sent, const std::vector<CaseNoteGiven>& held) {
  if (sent.of == 0) return {};
  for (const auto& meeting : newest_steps<Meeting>(held)) {
    if (began_with(meeting) == sent.of && meeting.what.pupil == sent.pupil) return {};
  }
  return fail(FaultCode::case_step_unknown, std::to_string(sent.of));
}
template <class Note>
Status follows(const Note&, const std::vector<CaseNoteGiven>&) {
  return {};
}

SchoolDay note_day(const NoticeTold& notice) { return notice.issued; }
template <class Note>
SchoolDay note_day(const Note& note) {
  return note.day;
}

}  // namespace

Status complete(const CaseNote& note) {
  return std::visit([](const auto& what) { return complete(what); }, note);
}

PupilId child_of(const CaseNote& note) {
  return std::visit([](const auto& what) { return what.pupil; }, note);
}

SchoolDay day_of(const CaseNote& note) {
  return std::visit([](const auto& what) { return note_day(what); }, note);
}

const Author& author_of(const CaseNote& note) {
  return std::visit([](const auto& what) -> const Author& { return what.by; }, note);
}

Status may_keep(const CaseNote& note, const School& school, const std::vector<CaseNoteGiven>& held,
                SchoolDay today) {
  if (Status whole = complete(note); !whole) return whole;
  const auto* pupil = school.pupil(child_of(note));
  if (pupil == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(child_of(note).number()));
  }
  const auto past = std::visit([](const auto& what) { return past_days(what); }, note);
  for (const auto& one : past) {
    if (one.day <= today) continue;
    return fail(FaultCode::case_to_come, std::string(one.what) + " on " + one.day.words());
  }
  const SchoolDay day = day_of(note);
  if (needs_roll(note) && day < pupil->start) {
    return fail(FaultCode::case_before_roll, day.words());
  }
  return std::visit([&](const auto& what) { return follows(what, held); }, note);
}

}  // namespace handbell::reg
