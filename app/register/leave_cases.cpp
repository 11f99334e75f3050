#include "app/register/leave_cases.h"

#include <algorithm>

namespace handbell::reg {

namespace {

bool is_asked_for(const LeaveRequest& request, PupilId pupil, SessionId session) {
  return request.from <= session && session <= request.to && request.asked.expects(session) &&
         std::ranges::find(request.pupils, pupil) != request.pupils.end();
}

/// The newest of those that are decided and ask for this session.
const LeaveCase* decided_on(const std::vector<LeaveCase>& cases, PupilId pupil, SessionId session) {
  const LeaveCase* newest = nullptr;
  for (const auto& one : cases) {
    if (one.decision && is_asked_for(one.request.what, pupil, session)) newest = &one;
  }
  return newest;
}

bool grants(const LeaveCase& one, SessionId session) {
  return one.is_granted() && one.decision->what.from <= session && session <= one.decision->what.to;
}

}  // namespace

std::vector<LeaveCase> leave_cases(const std::vector<DayNoteGiven>& notes) {
  std::vector<LeaveCase> cases;
  for (auto& request : standing<LeaveRequest>(notes)) cases.push_back({std::move(request), {}});
  for (auto& decision : standing<LeaveDecision>(notes)) {
    const auto at = std::ranges::find_if(
        cases, [&](const LeaveCase& one) { return one.request.entry == decision.what.request; });
    if (at != cases.end()) at->decision = std::move(decision);
  }
  return cases;
}

std::optional<Code> code_decided(const std::vector<LeaveCase>& cases, PupilId pupil,
                                 SessionId session) {
  const auto* one = decided_on(cases, pupil, session);
  if (one == nullptr) return std::nullopt;
  return grants(*one, session) ? one->decision->what.code : code_when_refused();
}

const LeaveCase* refusal_of(const std::vector<LeaveCase>& cases, PupilId pupil, SessionId session) {
  const auto* one = decided_on(cases, pupil, session);
  const bool refused = one != nullptr && !grants(*one, session);
  // An appointment is noted, not granted: there is nothing that G would follow from.
  return refused && one->request.what.kind != LeaveKind::appointment ? one : nullptr;
}

std::vector<NoticeGiven> made_by(const Noted<LeaveDecision>& decision,
                                 const std::vector<NoticeGiven>& notices) {
  std::vector<NoticeGiven> made;
  const auto last = decision.entry + static_cast<std::uint64_t>(decision.what.notices);
  std::ranges::copy_if(notices, std::back_inserter(made), [&](const NoticeGiven& given) {
    return decision.entry < given.entry && given.entry <= last && !given.back;
  });
  return made;
}

Result<std::vector<LeaveCase>> leave_cases(Store& store, SchoolDay from, SchoolDay to) {
  const auto notes = store.day_notes(from, to);
  if (!notes) return fail(notes.error());
  return leave_cases(*notes);
}

std::vector<Appointment> appointments_of(const std::vector<LeaveCase>& cases) {
  std::vector<Appointment> found;
  for (const auto& one : cases) {
    const auto& request = one.request.what;
    if (request.kind != LeaveKind::appointment || !one.is_granted()) continue;
    for (const PupilId pupil : request.pupils) {
      found.push_back({pupil, {request.from.day, request.leaves, request.back_at}});
    }
  }
  return found;
}

Result<std::vector<Appointment>> appointments_between(Store& store, SchoolDay from, SchoolDay to) {
  const auto cases = leave_cases(store, from, to);
  if (!cases) return fail(cases.error());
  return appointments_of(*cases);
}

Result<std::uint64_t> book_appointment(Store& store, const LeaveRequest& request,
                                       const std::vector<Role>& roles, Instant at) {
  if (Status may = may_decide(request.kind, roles); !may) return fail(may.error());
  const auto school = store.shared_school();
  if (!school) return fail(school.error());
  const auto entries = store.write({request}, at);
  if (!entries) return fail(entries.error());
  const auto decision =
      decision_on(entries->front(), request, {LeaveAnswer::granted, {}, {}, "noted beforehand"},
                  roles, request.by);
  if (!decision) return fail(decision.error());
  const auto decided = store.decide_leave(*decision, notices_of(*decision, request, **school), at);
  if (!decided) return fail(decided.error());
  return entries->front();
}

Status take_back(Store& store, const Noted<LeaveDecision>& decision, const TakenBack& back) {
  TakenBack each = back;
  const int days = decision.what.to.day.number() - decision.what.from.day.number();
  for (int i = 0; decision.what.notices > 0 && i <= days; ++i) {
    const auto given = store.notices(decision.what.from.day.plus(i));
    if (!given) return fail(given.error());
    for (const auto& notice : made_by(decision, *given)) {
      each.what.seq = notice.entry;
      if (const auto told = store.tell(each, back.at); !told) return fail(told.error());
    }
  }
  if (const auto told = store.tell(back, back.at); !told) return fail(told.error());
  return {};
}

}  // namespace handbell::reg
