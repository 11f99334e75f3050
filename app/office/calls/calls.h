// Whom the office rings this morning, and what is known about each of them (D45, D23, D10).
//
// The list itself is made in reports/call_list.h. Here stand beside it what whoever rings needs:
// contacts in their order, what was tried today, which day of the absence it is, who else of the
// family is away.
#pragma once

#include "app/office/calls/calls_view.h"
#include "app/office/web/visit.h"
#include "app/register/leave_cases.h"
#include "app/reports/call_facts.h"
#include "app/store/register.h"

#include <map>

namespace handbell::office {

/// One reading of the morning.
struct CallsRead {
  reports::ReportSource source;
  reports::CallDay day;
  reports::CallQuestion question;
  std::vector<reports::CallLine> lines;  ///< also before the list begins
  std::vector<reg::Noted<reg::CallAttempt>> calls;
  std::map<PupilId, std::vector<reg::Contact>> contacts;
  std::vector<reg::NoticeGiven> notices;  ///< of today, that stand
  std::vector<reg::LeaveCase> leave;      ///< that may be about today

  [[nodiscard]] const reg::School& school() const { return source.school(); }
  [[nodiscard]] const reports::CallFacts* facts(PupilId pupil) const;
  [[nodiscard]] const std::vector<reg::Contact>& contacts_of(PupilId pupil) const;
};

/// Faults: those of reading.
[[nodiscard]] Result<CallsRead> read_calls(const Visit& visit, store::Register& held);

[[nodiscard]] CallsView calls_view(const Visit& visit, const CallsRead& read);

/// Of one family, on today's list as well, and nothing keeps them apart: ring once.
[[nodiscard]] std::vector<const reg::PupilRecord*> siblings_to_ring(const CallsRead& read,
                                                                    const reg::PupilRecord& pupil);

/// The next day on which school meets, within two weeks.
[[nodiscard]] std::optional<SchoolDay> school_day_after(const reg::School& school, SchoolDay day);

/// "09:05 no answer; 09:20 spoke to somebody: has a cold".
[[nodiscard]] std::string tries_words(const std::vector<reg::CallAttempt>& calls);

/// Whether what this person does here is written: office and head.
[[nodiscard]] bool may_call(const Visitor& who);

}  // namespace handbell::office
