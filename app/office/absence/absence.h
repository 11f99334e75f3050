// Who will be away, as families told us: absences noted, appointments, requests for leave, and
// children who are not expected full time (policy 3.3, 4.1; D04, D20).
//
// What tells of health, religion or ethnic background is shown to those alone who may set its code.
#pragma once

#include "app/office/absence/absence_view.h"
#include "app/office/web/visit.h"
#include "app/register/leave_cases.h"

namespace handbell::office {

inline constexpr int kDaysAhead = 14;

/// The first days of requests that the pages know: this school year, and what lies ahead.
[[nodiscard]] Result<std::vector<reg::LeaveCase>> cases_of(const Visit& visit, reg::Store& held);

[[nodiscard]] LeaveLine leave_line(const Visit& visit, const reg::School& school,
                                   const reg::LeaveCase& one);

/// What was noted for the coming two weeks, of one child or of all; leave that was decided is not
/// undone here. Faults: those of reading.
[[nodiscard]] Result<std::vector<AwayLine>> away_lines(const Visit& visit, reg::Store& held,
                                                       const reg::School& school,
                                                       std::optional<PupilId> only);

/// `name`: what was typed to find a child; empty: nobody is looked for. Faults: those of reading.
[[nodiscard]] Result<AbsenceView> absence_view(const Visit& visit, reg::Store& held,
                                               const std::string& name);

}  // namespace handbell::office
