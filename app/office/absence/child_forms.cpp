#include "app/office/absence/child_forms.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/absence/absence_words.h"
#include "app/office/absence/child.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/leave_cases.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using Said = Result<std::optional<std::string>>;

/// What a field holds, or nothing with its sentence.
template <class Value>
std::optional<Value> or_error(const Result<Value>& value, const std::string& field,
                              FormErrors& errors) {
  if (value) return *value;
  errors.add(field, sentence(value.error()));
  return std::nullopt;
}

std::optional<SchoolDay> typed_day(const Visit& visit, const std::string& field,
                                   FormErrors& errors) {
  if (visit.typed(field).empty()) {
    errors.add(field, "Say which day.");
    return std::nullopt;
  }
  return or_error(SchoolDay::parse(visit.typed(field)), field, errors);
}

std::optional<SessionId> typed_session(const Visit& visit, const std::string& field,
                                       FormErrors& errors) {
  const auto day = typed_day(visit, field, errors);
  const auto half = or_error(parse_half(visit.typed(field + "_half")), field + "_half", errors);
  if (!day || !half) return std::nullopt;
  return SessionId{*day, *half};
}

/// When the family told us: a day and a time, none of them to come.
std::optional<Instant> typed_told(const Visit& visit, FormErrors& errors) {
  const auto day = typed_day(visit, "told_on", errors);
  const auto time = or_error(TimeOfDay::parse(visit.typed("told")), "told", errors);
  if (!day || !time) return std::nullopt;
  const Instant told = from_local(*day, *time);
  if (told <= visit.now) return told;
  errors.add("told", "That time is still to come: say when the family told us.");
  return std::nullopt;
}

/// A time of the day in whole minutes; empty: none.
std::optional<TimeOfDay> typed_minute(const Visit& visit, const std::string& field,
                                      FormErrors& errors) {
  if (visit.typed(field).empty()) return std::nullopt;
  const auto time = or_error(TimeOfDay::parse(visit.typed(field)), field, errors);
  if (!time) return std::nullopt;
  return TimeOfDay::from_ms(minutes(time->minute()).count);
}

/// The child and the brothers and sisters who were ticked.
std::vector<const reg::PupilRecord*> children_meant(const Visit& visit, const reg::School& school,
                                                    const reg::PupilRecord& pupil,
                                                    FormErrors& errors) {
  std::vector<const reg::PupilRecord*> children{&pupil};
  for (const auto& [name, value] : visit.form) {
    if (name != "too") continue;
    const auto* other = pupil_asked(visit, school, value);
    const bool sibling = other != nullptr && !pupil.family.empty() && other->family == pupil.family;
    if (!sibling) errors.add("too", "Who was ticked is no brother or sister any more: look again.");
    if (sibling && std::ranges::find(children, other) == children.end()) children.push_back(other);
  }
  return children;
}

std::vector<PupilId> ids_of(const std::vector<const reg::PupilRecord*>& children) {
  std::vector<PupilId> ids;
  ids.reserve(children.size());
  for (const auto* child : children) ids.push_back(child->id);
  return ids;
}

/// Who has a mark of today already: the office changes it, nothing is changed here.
Result<std::string> marks_that_stand(const Visit& visit, reg::Store& held,
                                     const std::vector<reg::Notice>& notices) {
  const bool today = std::ranges::any_of(
      notices, [&](const auto& notice) { return notice.session.day == visit.today; });
  if (!today) return std::string();
  for (const Half half : {Half::am, Half::pm}) {
    const auto marks = held.marks({visit.today, half});
    if (!marks) return fail(marks.error());
    for (const auto& mark : *marks) {
      const bool theirs = std::ranges::any_of(notices, [&](const auto& notice) {
        return notice.pupil == mark.what.pupil && notice.session == mark.what.session &&
               notice.code != mark.what.code;
      });
      if (theirs) {
        return fmt::format(" The register has {} for the {} already: change it at Pupils.",
                           mark.what.code.text(), half == Half::am ? "morning" : "afternoon");
      }
    }
  }
  return std::string();
}

std::string field_of_fault(FaultCode code) {
  switch (code) {
    case FaultCode::told_later:
      return "told";
    case FaultCode::period_backwards:
    case FaultCode::leave_too_long:
      return "until";
    case FaultCode::leave_no_session:
      return "from";
    default:
      return "why";
  }
}

/// What the form of an absence says, checked one by one.
struct AbsenceForm {
  reg::Code code;
  SessionId from;
  SessionId to;
  Instant told;
  std::string who;
};

std::optional<AbsenceForm> absence_form(const Visit& visit, FormErrors& errors) {
  const auto code = reg::Code::parse(visit.typed("why"));
  if (!code) errors.add("why", "Say why the child is away.");
  const auto from = typed_session(visit, "from", errors);
  const auto to = typed_session(visit, "until", errors);
  if (from && to && *to < *from) errors.add("until", "The last session lies before the first.");
  if (from && to && to->day.number() - from->day.number() >= reg::kLongestLeave) {
    errors.add("until", "That is longer than a school year: shorten it.");
  }
  if (from && from->day < visit.today) {
    errors.add("from", "That day is over: amend its mark at Pupils, with a reason.");
  }
  const auto told = typed_told(visit, errors);
  const std::string who =
      checked_text(visit.typed("who"), "who", {"Say who told us, and how.", 200}, errors);
  if (!errors.empty() || !code || !from || !to || !told) return std::nullopt;
  return AbsenceForm{*code, *from, *to, *told, who};
}

std::optional<reg::LeaveKind> kind_typed(const Visit& visit, FormErrors& errors) {
  const auto kind = reg::parse_leave_kind(visit.typed("kind"));
  if (kind && *kind != reg::LeaveKind::appointment) return *kind;
  errors.add("kind", "Say what the leave is for.");
  return std::nullopt;
}

reg::AttendancePattern sessions_typed(const Visit& visit, FormErrors& errors) {
  const std::string which = visit.typed("which");
  const bool known =
      which.empty() || which == "all" || which == "mornings" || which == "afternoons";
  if (!known) errors.add("which", "Choose all sessions, mornings or afternoons.");
  const char* digits = which == "mornings"     ? "1010101010"
                       : which == "afternoons" ? "0101010101"
                                               : "";
  return reg::AttendancePattern::parse(digits).value_or(reg::AttendancePattern());
}

std::string grounds_typed(const Visit& visit, FormErrors& errors) {
  return checked_text(visit.typed("grounds"), "grounds", {"Say why, in the family's words."},
                      errors);
}

std::string written_for(const reg::School& school, const reg::LeaveRequest& request) {
  return fmt::format("{}: {}", names_of(school, request.pupils),
                     span_words(request.from, request.to));
}

}  // namespace

Said note_absence(const Visit& visit, reg::Store& held, const reg::PupilRecord& pupil,
                  FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto form = absence_form(visit, errors);
  if (!form) return std::nullopt;
  const auto by = reg::signature(visit.who.author, form->code, **staff, visit.today);
  const auto children = children_meant(visit, **school, pupil, errors);
  std::vector<reg::Notice> notices;
  for (const auto* child : children) {
    const auto sessions = reg::sessions_expected(*child, **school, form->from, form->to);
    if (sessions.empty()) {
      errors.add("from", child_name(*child) + " is not expected in school on these days.");
    }
    for (const SessionId session : sessions) {
      notices.push_back({child->id, session, form->code, form->told, form->who, by});
    }
  }
  for (const auto& notice : notices) {
    const Status may = reg::may_note(notice, **school, visit.who.roles, visit.now);
    if (may) continue;
    errors.add(field_of_fault(may.error().code), sentence(may.error()));
    break;
  }
  if (!errors.empty()) return std::nullopt;
  for (const auto& notice : notices) {
    if (const auto noted = held.note(notice, visit.now); !noted) return fail(noted.error());
  }
  const auto stands = marks_that_stand(visit, held, notices);
  if (!stands) return fail(stands.error());
  return fmt::format("Noted for {}: {}.{}", names_of(**school, ids_of(children)),
                     span_words(notices.front().session, notices.back().session), *stands);
}

Said note_appointment(const Visit& visit, reg::Store& held, const reg::PupilRecord& pupil,
                      FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto day = typed_day(visit, "day", errors);
  if (day && *day < visit.today) {
    errors.add("day", "That day is over: amend its mark at Pupils, with a reason.");
  }
  const auto leaves = typed_minute(visit, "leaves", errors);
  const auto back = typed_minute(visit, "back", errors);
  if (leaves && back && *back <= *leaves) {
    errors.add("back", "The child is back before it leaves.");
  }
  const auto told = typed_told(visit, errors);
  const std::string grounds = checked_text(visit.typed("grounds"), "grounds",
                                           {"Say what it is: dentist, hospital.", 200}, errors);
  const std::string who =
      checked_text(visit.typed("who"), "who", {"Say who told us, and how.", 200}, errors);
  if (!errors.empty() || !day || !told) return std::nullopt;
  const auto children = children_meant(visit, **school, pupil, errors);
  for (const auto* child : children) {
    const bool expected =
        !reg::sessions_expected(*child, **school, {*day, Half::am}, {*day, Half::pm}).empty();
    if (!expected) errors.add("day", child_name(*child) + " is not expected in school that day.");
  }
  const reg::LeaveRequest request{ids_of(children),
                                  {*day, Half::am},
                                  {*day, Half::pm},
                                  reg::LeaveKind::appointment,
                                  {},
                                  grounds,
                                  who,
                                  *told,
                                  leaves,
                                  back,
                                  visit.who.author};
  if (const Status may = reg::may_ask(request, **school, visit.now); !may) {
    errors.add("day", sentence(may.error()));
  }
  if (!errors.empty()) return std::nullopt;
  const auto booked = reg::book_appointment(held, request, visit.who.roles, visit.now);
  if (!booked) return fail(booked.error());
  return fmt::format("Appointment noted. {}.", written_for(**school, request));
}

Said note_leave(const Visit& visit, reg::Store& held, const reg::PupilRecord& pupil,
                FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto kind = kind_typed(visit, errors);
  const auto from = typed_session(visit, "from", errors);
  const auto to = typed_session(visit, "until", errors);
  const std::string grounds = grounds_typed(visit, errors);
  const std::string who = checked_text(visit.typed("who"), "who", {"Say who asks.", 200}, errors);
  const auto told = typed_told(visit, errors);
  const auto sessions = sessions_typed(visit, errors);
  const auto children = children_meant(visit, **school, pupil, errors);
  if (!errors.empty() || !kind || !from || !to || !told) return std::nullopt;
  const reg::LeaveRequest request{
      ids_of(children), *from, *to, *kind, sessions, grounds, who, *told, {}, {}, visit.who.author};
  if (const Status may = reg::may_ask(request, **school, visit.now); !may) {
    errors.add(field_of_fault(may.error().code), sentence(may.error()));
    return std::nullopt;
  }
  const auto written = held.write({request}, visit.now);
  if (!written) return fail(written.error());
  return fmt::format("Leave waits for the headteacher. {}.", written_for(**school, request));
}

}  // namespace handbell::office
