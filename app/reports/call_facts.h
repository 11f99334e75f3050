// What is asked of the register for the morning's call list (call_list.h): the same for the page
// and for the report.
//
// A class has sent its register where its teacher sent it with the headcount, or a person wrote a
// mark of the class for one of its children: proposals of the door that the office accepted, and
// reasons that families gave, say nothing of it. A class that answered by telephone is as good
// (D23). Marks count as they stand now, arrivals as they were at the time asked for.
#pragma once

#include "app/register/presence.h"
#include "app/reports/absence_day.h"
#include "app/reports/call_list.h"
#include "app/reports/report_source.h"

#include <map>

namespace handbell::reports {

/// calls.at: nobody is rung before (policy 5, stage one).
[[nodiscard]] inline TimeOfDay calls_begin() { return TimeOfDay::from_ms(hours(9).count); }

/// One morning as it is known.
struct CallDay {
  SchoolDay day;
  Instant now;
  std::map<PupilId, reg::Mark> marks;                  ///< of the morning
  std::map<PupilId, std::optional<Instant>> arrivals;  ///< nothing: at an unknown time (D17)
  std::set<std::string> registers_sent;                ///< or confirmed by telephone
  std::map<std::string, Instant> confirmed;            ///< by telephone, and when
  std::vector<reg::DayNoteGiven> notes;
  std::optional<reg::Presence> presence;
};

/// Faults: those of reading.
[[nodiscard]] Result<CallDay> read_call_day(reg::Store& file, SchoolDay day, Instant now);

/// The marks that days of an absence are counted from: this school year and the one before. The
/// door's proposals of the last month stand beside them.
[[nodiscard]] Result<ReportSource> read_for_calls(reg::Store& file, SchoolDay day);

/// By calendar, roll and agreed pattern.
[[nodiscard]] bool is_expected(const reg::School& school, const reg::PupilRecord& pupil,
                               SessionId session);

/// Day one is the first on which nobody saw the child; 1 and up for a child who is away today.
[[nodiscard]] int absence_day_today(const Absence& absence);

[[nodiscard]] CallQuestion call_question(const ReportSource& source, const CallDay& day);

}  // namespace handbell::reports
