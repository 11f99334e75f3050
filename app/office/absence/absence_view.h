// What the pages of absence and leave say, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::office {

/// What a family told us about a child, from today on.
struct AwayLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string days;   ///< "Mon 12 Jan", "Mon 12 Jan to Wed 14 Jan"
  std::string why;    ///< "Illness"; "absent, known" where the role may not see it
  std::string told;   ///< "mother, by telephone; told Mon 12 Jan 07:30"
  std::string typed;  ///< names the step in which it was noted
  bool may_undo = false;
};

struct AppointmentLine {
  std::string entry;
  std::string day;  ///< "Mon 12 Jan"
  std::string pupils;
  std::string leaves;  ///< "10:15"; "comes from there"
  std::string back;
  std::string what;
  std::string told;
  bool may_undo = false;
};

/// One request for leave.
struct LeaveLine {
  std::string entry;
  std::string pupils;
  std::string days;
  std::string kind;     ///< "leave" where the role may not know
  std::string grounds;  ///< empty there
  std::string asked;    ///< "Nadia Khan, mother, on Mon 5 Jan"
  std::string notice;   ///< "asked 5 days before, in time"
  bool in_time = true;
  std::string state;  ///< "waiting for the headteacher", "granted", "refused"
  std::string look;   ///< colour of the state
  std::string decided;
  std::string decision;  ///< its entry
  bool may_decide = false;
  bool may_undo = false;
  bool may_withdraw = false;
};

/// Away though leave was refused for it: a G waits for a person.
struct RefusedLine {
  std::string request;
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string sessions;  ///< "Mon 19 Jan, morning; Mon 19 Jan, afternoon"
  std::string marks;     ///< as they stand: "N N"
  std::string shown;     ///< "2026-01-19 am 12": what entering G is about, entries and all
  std::string decided;   ///< "refused: A Noor, Headteacher, Mon 12 Jan 09:30: term time"
  bool may_enter = false;
};

/// A child who is not expected full time (D20).
struct TimetableLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string expected;
  std::string school_age;
  bool past_it = false;  ///< of compulsory school age already: X is refused (D36)
};

struct AbsenceView {
  std::string date;
  bool may_write = false;
  std::string name_typed;
  bool searched = false;
  std::vector<Choice> found;  ///< pupil's number, name and class
  std::vector<AwayLine> away;
  std::vector<AppointmentLine> appointments;
  std::vector<LeaveLine> waiting;
  std::vector<LeaveLine> decided;
  std::vector<RefusedLine> refused;
  std::string refused_request;  ///< of the form that came back; empty: none
  std::string refused_pupil;
  std::string refused_reason;
  std::vector<TimetableLine> timetables;
};

/// What is done for one child: one form a page.
struct ChildView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string doing;  ///< "absence", "appointment", "leave", "timetable"
  std::string today;  ///< YYYY-MM-DD
  std::string school_age;
  std::string expected;
  std::vector<Choice> siblings;
  std::vector<Choice> reasons;
  std::vector<AwayLine> away;
  std::map<std::string, std::string> typed;  ///< by field
  std::vector<std::string> chosen;           ///< siblings, or sessions of the timetable

  [[nodiscard]] std::string of(const std::string& field) const {
    const auto at = typed.find(field);
    return at == typed.end() ? "" : at->second;
  }
};

struct LeaveChild {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string at_stake;    ///< "4 sessions"
  std::string attendance;  ///< "168 of 180 sessions attended, 93.3 %"
};

struct LeaveView {
  LeaveLine line;
  std::vector<LeaveChild> children;
  std::vector<LeaveLine> earlier;  ///< of the same children, this school year
  std::string sessions;            ///< "every session", or which of each week
  std::string typed_in;            ///< who wrote it down, and when
  std::map<std::string, std::string> typed;

  [[nodiscard]] std::string of(const std::string& field) const {
    const auto at = typed.find(field);
    return at == typed.end() ? "" : at->second;
  }
};

}  // namespace handbell::office
