#include "app/register/register_line.h"

#include "app/register/mark_rule.h"
#include "app/register/settlement.h"

#include <algorithm>

namespace handbell::reg {

namespace {

const Mark* mark_of(const std::vector<Mark>& marks, PupilId pupil) {
  const auto at = std::find_if(marks.begin(), marks.end(),
                               [&](const Mark& mark) { return mark.what.pupil == pupil; });
  return at == marks.end() ? nullptr : &*at;
}

LineState state_of(const Judgement& judgement, bool has_mark) {
  if (judgement.outcome == Outcome::conflict_present_mark) return LineState::conflict;
  if (judgement.proposal) return LineState::pending;
  return has_mark ? LineState::accepted : LineState::nothing_due;
}

/// A person decided with this arrival in view: nothing is asked any more (D09).
void settle(SessionArrival& arrival, const Mark& mark) {
  Judgement& judgement = arrival.judgement;
  judgement.outcome = Outcome::teacher_mark_stands;
  judgement.proposal.reset();
  judgement.office_task = false;
  judgement.minutes_late = mark.what.minutes_late;
  arrival.sentence = "Settled: " + std::string(mark.what.code.text()) + " stands, by " +
                     mark.what.by.text() + ": " + mark.what.reason + ".";
}

bool is_settled(const SessionArrival& arrival, const Mark* mark) {
  return mark != nullptr && arrival.judgement.outcome == Outcome::conflict_present_mark &&
         settles(*mark, arrival);
}

bool is_late(Code code) { return code == code_of("L") || code == code_of("U"); }

}  // namespace

std::string_view text_of(LineState state) {
  switch (state) {
    case LineState::nothing_due:
      return "nothing_due";
    case LineState::pending:
      return "pending";
    case LineState::accepted:
      return "accepted";
    case LineState::conflict:
      return "conflict";
  }
  return "nothing_due";
}

std::vector<RegisterLine> register_lines(const std::vector<SeenEvent>& events, const School& school,
                                         const std::vector<Mark>& marks, SessionId session) {
  const FactsOf facts = [&](PupilId id, SessionId asked) -> std::optional<PupilFacts> {
    const PupilRecord* pupil = school.pupil(id);
    if (pupil == nullptr) return std::nullopt;
    const Mark* mark = asked == session ? mark_of(marks, id) : nullptr;
    return facts_of(school, *pupil, asked,
                    mark == nullptr ? std::nullopt : std::optional<Code>(mark->what.code));
  };
  std::vector<RegisterLine> lines;
  for (SessionArrival& arrival : judge_events(events, facts)) {
    if (arrival.session != session) continue;
    const Mark* mark = mark_of(marks, arrival.pupil);
    if (is_settled(arrival, mark)) settle(arrival, *mark);
    RegisterLine line;
    line.state = state_of(arrival.judgement, mark != nullptr);
    if (mark != nullptr) line.mark = *mark;
    line.arrival = std::move(arrival);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<Code> late_code(const RegisterLine& line) {
  const auto& judgement = line.arrival.judgement;
  if (judgement.proposal && is_late(*judgement.proposal)) return judgement.proposal;
  if (line.mark && is_late(line.mark->what.code)) return line.mark->what.code;
  return std::nullopt;
}

Result<std::vector<MarkDraft>> acceptance(const std::vector<RegisterLine>& lines,
                                          const std::vector<PupilId>& only, const Author& by,
                                          const Staff& staff, SchoolDay day) {
  const auto roles = roles_of(by, staff.members, staff.acting, day);
  std::vector<MarkDraft> drafts;
  for (const RegisterLine& line : lines) {
    const bool wanted =
        only.empty() || std::find(only.begin(), only.end(), line.arrival.pupil) != only.end();
    if (!wanted || line.state != LineState::pending) continue;
    const Code code = *line.arrival.judgement.proposal;
    if (Status theirs = may_set(code, roles); !theirs) {
      if (!only.empty()) return fail(theirs.error());
      continue;
    }
    drafts.push_back({line.arrival.pupil, line.arrival.session, code,
                      line.arrival.judgement.minutes_late, line.arrival.first_contact,
                      with_reason(line.arrival), std::string(kFrontDoorSource),
                      signature(by, code, staff, day)});
  }
  if (drafts.empty()) {
    const std::string which = lines.empty() ? "this session" : lines[0].arrival.session.text();
    return fail(FaultCode::nothing_to_accept, which);
  }
  return drafts;
}

}  // namespace handbell::reg
