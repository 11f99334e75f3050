// A family asks beforehand for a child to be away, and what was decided (policy 3.3 and 4.1).
//
// One request holds all brothers and sisters that it is for. Leave is granted in exceptional
// circumstances alone, and the headteacher decides, or whoever acts as one (D52); an appointment is
// the office's. For a day of religious observance and for a family that travels for work the policy
// asks for five days' notice; what came later is said, and refuses nothing. A decision is an entry
// that names the request; what was granted makes a notice for each session that the child would
// have been expected in, so the door and the class know. What was refused makes nothing: where the
// child is away all the same, G is for a person to enter.
#pragma once

#include "app/base/time_of_day.h"
#include "app/register/notice.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// The numbers are part of the format.
enum class LeaveKind : std::uint8_t {
  exceptional = 1,  ///< C
  religious = 2,    ///< R, one day set apart
  traveller = 3,    ///< T, the parent travels for work
  performance = 4,  ///< C1, with a licence
  interview = 5,    ///< J1
  part_time = 6,    ///< C2, for some sessions of each week
  appointment = 7,  ///< M, one day
};
inline constexpr LeaveKind kLastLeaveKind = LeaveKind::appointment;
[[nodiscard]] std::string_view text_of(LeaveKind kind);   ///< "exceptional"
[[nodiscard]] std::string_view words_of(LeaveKind kind);  ///< "exceptional circumstances"
[[nodiscard]] Result<LeaveKind> parse_leave_kind(std::string_view text);  ///< Fault: bad_choice
/// What is entered where it is granted.
[[nodiscard]] Code code_of(LeaveKind kind);
/// What a person may enter where it was refused and the child is away all the same: G.
[[nodiscard]] Code code_when_refused();
/// Calendar days that the policy asks for between the request and the first day; 0: beforehand.
[[nodiscard]] int notice_days(LeaveKind kind);

inline constexpr std::size_t kMostAskedFor = 12;  // brothers and sisters
inline constexpr int kLongestLeave = 200;         // days

struct LeaveRequest {
  std::vector<PupilId> pupils;  ///< each once
  SessionId from;
  SessionId to;  ///< included
  LeaveKind kind = LeaveKind::exceptional;
  AttendancePattern asked;           ///< which sessions of a week; all: every one
  std::string grounds;               ///< in the family's words
  std::string asked_by;              ///< "Nadia Khan, mother"
  Instant received;                  ///< when it reached us
  std::optional<TimeOfDay> leaves;   ///< an appointment: leaves school; none: comes from home
  std::optional<TimeOfDay> back_at;  ///< an appointment: back in school; none: not that day
  Author by;                         ///< who typed it in
  friend bool operator==(const LeaveRequest&, const LeaveRequest&) = default;
};

enum class LeaveAnswer : std::uint8_t { granted = 1, partly = 2, refused = 3 };
[[nodiscard]] std::string_view text_of(LeaveAnswer answer);  ///< "granted", "partly", "refused"
[[nodiscard]] Result<LeaveAnswer> parse_leave_answer(std::string_view text);  ///< bad_choice

struct LeaveDecision {
  std::uint64_t request = 0;    ///< the request's entry
  std::vector<PupilId> pupils;  ///< of the request
  SchoolDay first_day;          ///< of the request: both are found there
  LeaveAnswer answer = LeaveAnswer::granted;
  SessionId from;   ///< what is granted, or was refused
  SessionId to;     ///< included
  Code code;        ///< for what is granted; G for what was refused
  int notices = 0;  ///< so many entries behind the decision's own are its notices
  std::string reason;
  Author by;  ///< the headteacher, or who acts as one
  friend bool operator==(const LeaveDecision&, const LeaveDecision&) = default;
};

/// Faults: entry_incomplete, entry_too_long, period_backwards, leave_too_long.
[[nodiscard]] Status complete(const LeaveRequest& request);
[[nodiscard]] Status complete(const LeaveDecision& decision);

/// Those of one child that school would have expected it in: the calendar, the roll, the child's
/// pattern, the sessions asked for; of an appointment those whose register the child misses.
[[nodiscard]] std::vector<SessionId> sessions_at_stake(const LeaveRequest& request,
                                                       const PupilRecord& pupil,
                                                       const School& school);

/// Those from `from` to `to`, both included, that school expects one child in: the calendar, the
/// roll and the child's pattern (D20).
[[nodiscard]] std::vector<SessionId> sessions_expected(const PupilRecord& pupil,
                                                       const School& school, SessionId from,
                                                       SessionId to);

/// So long before the first day as the policy asks, or before the first session begins.
[[nodiscard]] bool given_in_time(const LeaveRequest& request, const School& school);
/// "asked 3 days before; the policy asks for 5".
[[nodiscard]] std::string notice_words(const LeaveRequest& request, const School& school);

/// Faults: those of complete(), pupil_unknown, told_later, leave_no_session.
[[nodiscard]] Status may_ask(const LeaveRequest& request, const School& school, Instant now);
/// Whether the roles let somebody decide about leave of this kind. Fault: leave_not_theirs.
[[nodiscard]] Status may_decide(LeaveKind kind, const std::vector<Role>& roles);

/// The decision about all of the request, or where `partly` about `from` to `to`. Faults:
/// leave_not_theirs, leave_outside, entry_incomplete.
struct LeaveChoice {
  LeaveAnswer answer = LeaveAnswer::granted;
  std::optional<SessionId> from;  ///< with `partly`
  std::optional<SessionId> to;
  std::string reason;
};
[[nodiscard]] Result<LeaveDecision> decision_on(std::uint64_t entry, const LeaveRequest& request,
                                                const LeaveChoice& choice,
                                                const std::vector<Role>& roles, const Author& by);

/// What a granted decision tells the doors and the classes, and how many stand in `decision`.
/// Nothing of the grounds is in their words.
[[nodiscard]] std::vector<Notice> notices_of(const LeaveDecision& decision,
                                             const LeaveRequest& request, const School& school);

}  // namespace handbell::reg
