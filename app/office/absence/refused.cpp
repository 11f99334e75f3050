#include "app/office/absence/refused.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/absence/absence_words.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/mark_rule.h"
#include "app/register/presence_steps.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

/// One child's sessions of one request that a G would stand for.
struct RefusedAbsence {
  const reg::LeaveCase* one = nullptr;
  const reg::PupilRecord* pupil = nullptr;
  std::vector<SessionId> sessions;
  std::vector<std::string> marks;  ///< as they stand: "N"
  std::string shown;               ///< "2026-01-19 am 12": sessions and the marks' entries
};

SessionId newest_session(const Visit& visit) {
  const auto local = to_local(visit.now);
  const bool afternoon = local && hours(12).count <= local->time.ms();
  return {visit.today, afternoon ? Half::pm : Half::am};
}

/// A door or an adult saw the child in this session: whether it was away is for a person to settle.
Result<bool> was_here(reg::Store& held, PupilId pupil, SessionId session) {
  const auto lines = reg::lines_of(held, session);
  if (!lines) return fail(lines.error());
  const auto is_of = [&](const reg::RegisterLine& line) { return line.arrival.pupil == pupil; };
  if (std::ranges::any_of(*lines, is_of)) return true;
  auto events = held.events(session.day);
  if (!events) return fail(events.error());
  auto told = held.told(session.day);
  if (!told) return fail(told.error());
  const auto steps = reg::steps_of({std::move(*events), std::move(*told)});
  const auto own = steps.find(pupil);
  return own != steps.end() && std::ranges::any_of(own->second, [&](const reg::Step& step) {
           const bool in =
               step.kind == reg::StepKind::claimed_in || step.kind == reg::StepKind::sighted;
           if (!in || !step.at) return in;
           const auto local = to_local(*step.at);
           return local && reg::half_of(local->time) == session.half;
         });
}

Result<RefusedAbsence> absence_of(const Visit& visit, reg::Store& held, const reg::School& school,
                                  const std::vector<reg::LeaveCase>& all, const reg::LeaveCase& one,
                                  const reg::PupilRecord& pupil) {
  RefusedAbsence found{&one, &pupil, {}, {}, ""};
  const auto& what = one.request.what;
  const SessionId last = std::min(what.to, newest_session(visit));
  if (last < what.from) return found;
  for (const SessionId session : reg::sessions_expected(pupil, school, what.from, last)) {
    if (reg::refusal_of(all, pupil.id, session) != &one) continue;
    const auto history = held.history(pupil.id, session);
    if (!history) return fail(history.error());
    if (history->empty() || !history->back().what.code.gives_way()) continue;
    const auto here = was_here(held, pupil.id, session);
    if (!here) return fail(here.error());
    if (*here) continue;
    found.sessions.push_back(session);
    found.marks.emplace_back(history->back().what.code.text());
    found.shown += fmt::format("{}{} {}", found.shown.empty() ? "" : ", ", session.text(),
                               history->back().entry);
  }
  return found;
}

bool may_enter_g(const Visitor& who) {
  return reg::may_set(reg::code_when_refused(), who.roles).has_value();
}

std::string sessions_words(const std::vector<SessionId>& sessions) {
  std::string words;
  for (const SessionId session : sessions) {
    words += (words.empty() ? "" : "; ") + span_words(session, session);
  }
  return words;
}

std::string marks_words(const std::vector<std::string>& marks) {
  std::string words;
  for (const auto& mark : marks) words += (words.empty() ? "" : " ") + mark;
  return words;
}

RefusedLine line_of(const Visit& visit, const reg::School& school, const RefusedAbsence& absence) {
  const auto leave = leave_line(visit, school, *absence.one);
  return {std::to_string(absence.one->request.entry),
          std::to_string(absence.pupil->id.number()),
          child_name(*absence.pupil),
          absence.pupil->class_name,
          sessions_words(absence.sessions),
          marks_words(absence.marks),
          absence.shown,
          fmt::format("{}: {}", leave.state, leave.decided),
          may_enter_g(visit.who)};
}

}  // namespace

Result<std::vector<RefusedLine>> refused_lines(const Visit& visit, reg::Store& held,
                                               const std::vector<reg::LeaveCase>& all) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  std::vector<RefusedLine> lines;
  for (const auto& one : all) {
    const bool refuses = one.decision && one.decision->what.answer != reg::LeaveAnswer::granted;
    if (!refuses) continue;
    for (const PupilId id : one.request.what.pupils) {
      const auto* pupil = (*school)->pupil(id);
      if (pupil == nullptr) continue;
      const auto absence = absence_of(visit, held, **school, all, one, *pupil);
      if (!absence) return fail(absence.error());
      if (!absence->sessions.empty()) lines.push_back(line_of(visit, **school, *absence));
    }
  }
  return lines;
}

Result<std::optional<std::string>> enter_refused(const Visit& visit, store::Register& held,
                                                 FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto all = cases_of(visit, held);
  if (!all) return fail(all.error());
  const auto one = std::ranges::find_if(*all, [&](const reg::LeaveCase& each) {
    return std::to_string(each.request.entry) == visit.typed("request");
  });
  const auto number = whole_number(visit.typed("pupil"));
  const auto* pupil = number ? (*school)->pupil(PupilId(*number)) : nullptr;
  const std::string reason =
      checked_text(visit.typed("reason"), "refused", {"Say why G is entered."}, errors);
  if (!errors.empty()) return std::nullopt;
  RefusedAbsence absence;
  if (one != all->end() && pupil != nullptr) {
    auto found = absence_of(visit, held, **school, *all, *one, *pupil);
    if (!found) return fail(found.error());
    absence = std::move(*found);
  }
  if (absence.sessions.empty() || absence.shown != visit.typed("shown")) {
    errors.add("refused",
               "What is known of these sessions has changed since the page was shown: nothing was "
               "entered. Look again.");
    return std::nullopt;
  }
  const reg::Code g = reg::code_when_refused();
  const auto by = reg::signature(visit.who.author, g, **staff, visit.today);
  std::vector<reg::MarkDraft> drafts;
  for (const SessionId session : absence.sessions) {
    drafts.push_back({pupil->id, session, g, {}, {}, reason, "Office", by});
    const Status may =
        reg::may_enter(drafts.back(), **school, visit.who.roles, newest_session(visit));
    if (!may) errors.add("refused", sentence(may.error()));
  }
  if (!errors.empty()) return std::nullopt;
  const auto entered = held.enter(drafts, visit.now);
  if (!entered) return fail(entered.error());
  return fmt::format("G was entered for {}: {}.", child_name(*pupil),
                     sessions_words(absence.sessions));
}

}  // namespace handbell::office
