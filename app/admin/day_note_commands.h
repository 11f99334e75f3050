// The commands of what the office writes down beside the marks: calls, who may collect a child
// for one day, and leave. Each writes an entry; an error is taken back by another.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"

#include <string>
#include <vector>

namespace handbell::admin {

struct DayNoteOptions {
  std::string on;  ///< YYYY-MM-DD; empty: today
  std::string to;  ///< of a list: the last day; empty: the same
  std::uint64_t entry = 0;
  std::string reason;
  std::string by;
};
/// Any note of that day was an error. Faults: note_unknown, entry_incomplete, bad_person, bad_date.
[[nodiscard]] Result<std::string> take_back_note(const Site& site, const DayNoteOptions& options);

struct CallOptions {
  std::string pupil;
  std::string class_name;
  int contact = 0;       ///< the place in the pupil's list
  std::string at;        ///< HH:MM of today; empty: now
  std::string result;    ///< as parse_call_result() takes it
  std::string expected;  ///< HH:MM, with "coming"
  std::string words;
  std::string by;
};
/// D45. Faults: pupil_unknown, class_unknown, contact_unknown, bad_choice, bad_time, time_to_come,
/// bad_person, those of complete().
[[nodiscard]] Result<std::string> log_call(const Site& site, const CallOptions& options);
[[nodiscard]] Result<std::string> call_log(const Site& site, const DayNoteOptions& options,
                                           Format format);

struct CollectorOptions {
  std::string pupil;
  std::string on;  ///< YYYY-MM-DD; empty: today
  std::string adult;
  std::string relationship;
  std::string told_by;
  std::string told_how;
  std::string despite;  ///< why in spite of the warning
  std::string by;
};
/// D49. Faults: pupil_unknown, bad_date, bad_name, bad_person, collector_restricted, those of
/// complete().
[[nodiscard]] Result<std::string> add_collector(const Site& site, const CollectorOptions& options);
[[nodiscard]] Result<std::string> collector_list(const Site& site, const DayNoteOptions& options,
                                                 Format format);

struct LeaveOptions {
  std::vector<std::string> pupils;
  std::string kind = "exceptional";  ///< as parse_leave_kind() takes it
  std::string from;                  ///< YYYY-MM-DD
  std::string from_half = "am";
  std::string to;  ///< included; empty: the same day
  std::string to_half = "pm";
  std::string sessions;  ///< ten digits as a pupil's pattern has them; empty: all
  std::string grounds;
  std::string asked_by;
  std::string received;  ///< HH:MM of today or YYYY-MM-DDTHH:MM; empty: now
  std::string leaves;    ///< HH:MM
  std::string back;      ///< HH:MM
  std::uint64_t entry = 0;
  std::string answer;  ///< as parse_leave_answer() takes it
  std::string reason;
  std::string by;
};
/// Policy 4.1. An appointment is noted at once. Faults: pupil_unknown, bad_choice, bad_date,
/// bad_session, bad_time, bad_pattern, bad_person, those of may_ask().
[[nodiscard]] Result<std::string> ask_leave(const Site& site, const LeaveOptions& options);
/// By the headteacher or who acts as one (D52). Faults: leave_unknown, leave_decided, bad_choice,
/// bad_person, those of decision_on().
[[nodiscard]] Result<std::string> decide_leave(const Site& site, const LeaveOptions& options);
/// Each child of each request: of the days asked for, else of this school year.
[[nodiscard]] Result<std::string> leave_list(const Site& site, const DayNoteOptions& options,
                                             Format format);

/// Drills and real ones of the days asked for, else of this school year, newest first. Faults:
/// bad_date, period_backwards.
[[nodiscard]] Result<std::string> roll_call_list(const Site& site, const DayNoteOptions& options,
                                                 Format format);

}  // namespace handbell::admin
