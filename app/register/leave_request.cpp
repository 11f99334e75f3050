#include "app/register/leave_request.h"

#include "app/base/school_time.h"
#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::reg {

namespace {

struct LeaveRow {
  std::string_view text;
  std::string_view words;
  std::string_view code;
  int notice_days;
};

constexpr std::array<LeaveRow, 7> kLeaveKinds{{
    {"exceptional", "exceptional circumstances", "C", 0},
    {"religious", "religious observance", "R", 5},
    {"traveller", "parent travelling for work", "T", 5},
    {"performance", "licensed performance", "C1", 0},
    {"interview", "interview", "J1", 0},
    {"part_time", "part-time timetable", "C2", 0},
    {"appointment", "medical or dental appointment", "M", 0},
}};
constexpr std::array<std::string_view, 3> kLeaveAnswers{"granted", "partly", "refused"};
constexpr std::size_t kLongestAsker = 200;

const LeaveRow& leave_row(LeaveKind kind) {
  return kLeaveKinds.at(static_cast<std::size_t>(kind) - 1);
}

tl::unexpected<Fault> leave_lacks(const char* what) {
  return fail(FaultCode::entry_incomplete, what);
}

Status right_way_round(SessionId from, SessionId to) {
  if (from <= to) return {};
  return fail(FaultCode::period_backwards, from.text() + " to " + to.text());
}

Status whole_pupils(const std::vector<PupilId>& pupils) {
  if (pupils.empty()) return leave_lacks("a pupil");
  auto sorted = pupils;
  std::ranges::sort(sorted);
  const bool twice = std::ranges::adjacent_find(sorted) != sorted.end();
  if (twice || pupils.size() > kMostAskedFor) return leave_lacks("each pupil once, 12 at most");
  return {};
}

/// A day of observance is set apart by itself; an appointment is of one day.
Status short_enough(const LeaveRequest& request) {
  const int days = request.to.day.number() - request.from.day.number() + 1;
  const bool one_day =
      request.kind == LeaveKind::religious || request.kind == LeaveKind::appointment;
  const int most = one_day ? 1 : kLongestLeave;
  if (days <= most) return {};
  return fail(FaultCode::leave_too_long, one_day ? "one day" : fmt::format("{} days", most));
}

Status whole_times(const LeaveRequest& request) {
  const bool timed = request.leaves || request.back_at;
  if (timed && request.kind != LeaveKind::appointment)
    return leave_lacks("an appointment for the times");
  if (request.leaves && request.back_at && *request.back_at <= *request.leaves) {
    return fail(FaultCode::period_backwards,
                request.leaves->hh_mm() + " to " + request.back_at->hh_mm());
  }
  return {};
}

/// When the register of a session is taken, or what stands in for it where no time is known (D08).
TimeOfDay taken_at(const PupilRecord& pupil, const School& school, SessionId session) {
  if (const auto window = school.times.window(pupil.group, session)) return window->taken_by;
  return TimeOfDay::from_ms(hours(session.half == Half::am ? 9 : 13).count);
}

bool misses_register(const LeaveRequest& request, const PupilRecord& pupil, const School& school,
                     SessionId session) {
  if (request.kind != LeaveKind::appointment) return true;
  const TimeOfDay taken = taken_at(pupil, school, session);
  const bool gone = !request.leaves || *request.leaves <= taken;
  return gone && (!request.back_at || taken < *request.back_at);
}

LocalMoment leave_moment(Instant at) { return to_local(at).value_or(LocalMoment{}); }

}  // namespace

std::string_view text_of(LeaveKind kind) { return leave_row(kind).text; }
std::string_view words_of(LeaveKind kind) { return leave_row(kind).words; }
Code code_of(LeaveKind kind) { return code_of(leave_row(kind).code); }
Code code_when_refused() { return code_of("G"); }
int notice_days(LeaveKind kind) { return leave_row(kind).notice_days; }

Result<LeaveKind> parse_leave_kind(std::string_view text) {
  const auto at = std::ranges::find(kLeaveKinds, ascii_lower(text), &LeaveRow::text);
  if (at != kLeaveKinds.end()) return static_cast<LeaveKind>(at - kLeaveKinds.begin() + 1);
  return fail(FaultCode::bad_choice,
              "\"" + std::string(text) +
                  "\" is none of: exceptional, religious, traveller, performance, interview, "
                  "part_time, appointment");
}

std::string_view text_of(LeaveAnswer answer) {
  return kLeaveAnswers.at(static_cast<std::size_t>(answer) - 1);
}

Result<LeaveAnswer> parse_leave_answer(std::string_view text) {
  const auto at = std::ranges::find(kLeaveAnswers, ascii_lower(text));
  if (at != kLeaveAnswers.end()) return static_cast<LeaveAnswer>(at - kLeaveAnswers.begin() + 1);
  return fail(FaultCode::bad_choice,
              "\"" + std::string(text) + "\" is none of: granted, partly, refused");
}

Status complete(const LeaveRequest& request) {
  if (Status whole = whole_pupils(request.pupils); !whole) return whole;
  if (Status whole = right_way_round(request.from, request.to); !whole) return whole;
  if (Status whole = short_enough(request); !whole) return whole;
  if (Status whole = whole_times(request); !whole) return whole;
  if (request.grounds.empty()) return leave_lacks("the grounds");
  if (request.asked_by.empty()) return leave_lacks("who asks");
  if (Status fits = text_fits(request.asked_by, "a name", kLongestAsker); !fits) return fits;
  return text_fits(request.grounds, "a reason");
}

Status complete(const LeaveDecision& decision) {
  if (Status whole = whole_pupils(decision.pupils); !whole) return whole;
  if (Status whole = right_way_round(decision.from, decision.to); !whole) return whole;
  const bool refused = decision.answer == LeaveAnswer::refused;
  if (decision.request == 0) return leave_lacks("the request");
  if (refused && decision.notices != 0) return leave_lacks("leave for the notices");
  if (decision.reason.empty()) return leave_lacks("a reason");
  return text_fits(decision.reason, "a reason");
}

std::vector<SessionId> sessions_expected(const PupilRecord& pupil, const School& school,
                                         SessionId from, SessionId to) {
  std::vector<SessionId> sessions;
  const int days = to.day.number() - from.day.number();
  for (int i = 0; i <= days; ++i) {
    const SchoolDay day = from.day.plus(i);
    const auto state = school.calendar.state(day, text_of(pupil.group), pupil.class_name);
    if (state != DayState::open || !pupil.on_roll(day)) continue;
    for (const SessionId session : {SessionId{day, Half::am}, SessionId{day, Half::pm}}) {
      const bool within = from <= session && session <= to;
      if (within && pupil.pattern.expects(session)) sessions.push_back(session);
    }
  }
  return sessions;
}

std::vector<SessionId> sessions_at_stake(const LeaveRequest& request, const PupilRecord& pupil,
                                         const School& school) {
  auto sessions = sessions_expected(pupil, school, request.from, request.to);
  std::erase_if(sessions, [&](SessionId session) {
    return !request.asked.expects(session) || !misses_register(request, pupil, school, session);
  });
  return sessions;
}

bool given_in_time(const LeaveRequest& request, const School& school) {
  const auto received = leave_moment(request.received);
  const int before = request.from.day.number() - received.day.number();
  if (const int days = notice_days(request.kind); days > 0) return before >= days;
  if (before != 0) return before > 0;
  const auto* pupil = request.pupils.empty() ? nullptr : school.pupil(request.pupils.front());
  if (pupil == nullptr) return false;
  return request.leaves ? received.time < *request.leaves
                        : received.time < taken_at(*pupil, school, request.from);
}

std::string notice_words(const LeaveRequest& request, const School& school) {
  const int before = request.from.day.number() - leave_moment(request.received).day.number();
  std::string words = before == 0   ? "asked on the day"
                      : before < 0  ? "asked after the first day"
                      : before == 1 ? "asked 1 day before"
                                    : fmt::format("asked {} days before", before);
  if (given_in_time(request, school)) return words + ", in time";
  if (const int days = notice_days(request.kind); days > 0) {
    return fmt::format("{}; the policy asks for {}", words, days);
  }
  return words + "; leave has to be asked for beforehand";
}

Status may_ask(const LeaveRequest& request, const School& school, Instant now) {
  if (Status whole = complete(request); !whole) return whole;
  if (now < request.received) return fail(FaultCode::told_later, with_offset(request.received));
  for (const PupilId id : request.pupils) {
    const auto* pupil = school.pupil(id);
    if (pupil == nullptr) return fail(FaultCode::pupil_unknown, std::to_string(id.number()));
    if (request.kind == LeaveKind::appointment) continue;
    if (sessions_at_stake(request, *pupil, school).empty()) {
      return fail(FaultCode::leave_no_session, pupil->full_name());
    }
  }
  return {};
}

Status may_decide(LeaveKind kind, const std::vector<Role>& roles) {
  const bool heads = std::ranges::find(roles, Role::head) != roles.end();
  const bool of_office =
      kind == LeaveKind::appointment && may_set(code_of(kind), roles).has_value();
  if (heads || of_office) return {};
  return fail(FaultCode::leave_not_theirs, std::string(words_of(kind)));
}

Result<LeaveDecision> decision_on(std::uint64_t entry, const LeaveRequest& request,
                                  const LeaveChoice& choice, const std::vector<Role>& roles,
                                  const Author& by) {
  if (Status may = may_decide(request.kind, roles); !may) return fail(may.error());
  const bool partly = choice.answer == LeaveAnswer::partly;
  if (partly && (!choice.from || !choice.to)) return leave_lacks("from when to when it is granted");
  LeaveDecision decision{
      entry,
      request.pupils,
      request.from.day,
      choice.answer,
      partly ? *choice.from : request.from,
      partly ? *choice.to : request.to,
      choice.answer == LeaveAnswer::refused ? code_when_refused() : code_of(request.kind),
      0,
      choice.reason,
      by};
  if (Status whole = complete(decision); !whole) return fail(whole.error());
  const bool within = request.from <= decision.from && decision.to <= request.to;
  const bool less = decision.from != request.from || decision.to != request.to;
  if (!within || (partly && !less)) {
    return fail(FaultCode::leave_outside, request.from.text() + " to " + request.to.text());
  }
  return decision;
}

std::vector<Notice> notices_of(const LeaveDecision& decision, const LeaveRequest& request,
                               const School& school) {
  std::vector<Notice> notices;
  if (decision.answer == LeaveAnswer::refused) return notices;
  LeaveRequest granted = request;
  granted.from = decision.from;
  granted.to = decision.to;
  const std::string words = request.kind == LeaveKind::appointment
                                ? std::string("appointment")
                                : fmt::format("leave granted, request {}", decision.request);
  for (const PupilId id : request.pupils) {
    const auto* pupil = school.pupil(id);
    if (pupil == nullptr) continue;
    for (const SessionId session : sessions_at_stake(granted, *pupil, school)) {
      notices.push_back({id, session, decision.code, request.received, words, decision.by});
    }
  }
  return notices;
}

}  // namespace handbell::reg
