// Requests for leave with what became of each, as a list that somebody works through.
#pragma once

#include "app/register/appointment.h"
#include "app/register/store.h"

#include <optional>
#include <vector>

namespace handbell::reg {

struct LeaveCase {
  Noted<LeaveRequest> request;
  std::optional<Noted<LeaveDecision>> decision;  ///< the newest that stands; none: it waits
  [[nodiscard]] bool is_granted() const {
    return decision && decision->what.answer != LeaveAnswer::refused;
  }
};

/// Of the requests that stand, in their order.
[[nodiscard]] std::vector<LeaveCase> leave_cases(const std::vector<DayNoteGiven>& notes);

/// What is entered for an absence in that session by what was decided: the granted code, or G where
/// it was refused; nothing where nobody asked or nothing is decided.
[[nodiscard]] std::optional<Code> code_decided(const std::vector<LeaveCase>& cases, PupilId pupil,
                                               SessionId session);

/// The newest decided request that asks for this session and did not get it: refused, or outside
/// what was granted. Null where there is none, or a newer one granted it. Then code_decided() is G.
[[nodiscard]] const LeaveCase* refusal_of(const std::vector<LeaveCase>& cases, PupilId pupil,
                                          SessionId session);

/// Those of the notices that this decision made, and nobody took back.
[[nodiscard]] std::vector<NoticeGiven> made_by(const Noted<LeaveDecision>& decision,
                                               const std::vector<NoticeGiven>& notices);

/// Those whose first session lies in these days, both included. Faults: those of reading.
[[nodiscard]] Result<std::vector<LeaveCase>> leave_cases(Store& store, SchoolDay from,
                                                         SchoolDay to);

/// The appointments among them that are granted, one for each child and day.
[[nodiscard]] std::vector<Appointment> appointments_of(const std::vector<LeaveCase>& cases);

/// Those whose day lies in these, both included. Faults: those of reading.
[[nodiscard]] Result<std::vector<Appointment>> appointments_between(Store& store, SchoolDay from,
                                                                    SchoolDay to);

/// An appointment is asked for and noted in one: the office need not decide it anew. Answers the
/// request's entry. Faults: those of may_decide() and of the store.
[[nodiscard]] Result<std::uint64_t> book_appointment(Store& store, const LeaveRequest& request,
                                                     const std::vector<Role>& roles, Instant at);

/// A decision was an error or is no longer so: it and each notice that it made count no more, and
/// the request waits again. `back.what` names the decision. Faults: those of tell().
[[nodiscard]] Status take_back(Store& store, const Noted<LeaveDecision>& decision,
                               const TakenBack& back);

}  // namespace handbell::reg
