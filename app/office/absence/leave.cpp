#include "app/office/absence/leave.h"

#include "app/base/text.h"
#include "app/office/absence/absence_words.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/year_line.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string sessions_words(std::size_t count) {
  return count == 1 ? "1 session" : fmt::format("{} sessions", count);
}

std::string attended_words(const reports::AttendanceCount& count) {
  if (count.possible() == 0) return "no session so far this school year";
  return fmt::format("{} of {} sessions attended, {} %", count.attended(), count.possible(),
                     count.attendance().text());
}

Status add_children(const Visit& visit, reg::Store& held, const reg::LeaveRequest& request,
                    LeaveView& view) {
  const auto days = reports::DateRange::from_days(
      reg::first_day_of(reg::school_year_of(visit.today)), visit.today);
  if (!days) return fail(days.error());
  const auto source =
      reports::ReportSource::read(held, *days, reports::DateRange::of_day(visit.today));
  if (!source) return fail(source.error());
  const auto figures = source->figures();
  for (const PupilId id : request.pupils) {
    const auto* pupil = source->school().pupil(id);
    if (pupil == nullptr) continue;
    view.children.push_back(
        {std::to_string(id.number()), child_name(*pupil), pupil->class_name,
         sessions_words(sessions_at_stake(request, *pupil, source->school()).size()),
         attended_words(figures.of(id, *days))});
  }
  return {};
}

bool shares_child(const reg::LeaveRequest& a, const reg::LeaveRequest& b) {
  return std::ranges::any_of(
      a.pupils, [&](PupilId id) { return std::ranges::find(b.pupils, id) != b.pupils.end(); });
}

std::optional<reg::LeaveChoice> choice_typed(const Visit& visit, FormErrors& errors) {
  const auto answer = reg::parse_leave_answer(visit.typed("answer"));
  if (!answer) errors.add("answer", "Choose what is decided.");
  const std::string reason =
      checked_text(visit.typed("reason"), "reason",
                   {"Say why: the family is told, and the register keeps it."}, errors);
  if (!answer) return std::nullopt;
  reg::LeaveChoice choice{*answer, {}, {}, reason};
  if (*answer != reg::LeaveAnswer::partly) return choice;
  for (const char* field : {"from", "until"}) {
    const auto day = SchoolDay::parse(visit.typed(field));
    const auto half = parse_half(visit.typed(field + std::string("_half")));
    if (!day || !half) {
      errors.add(field, "Say from when to when it is granted.");
      return std::nullopt;
    }
    (field == std::string_view("from") ? choice.from : choice.to) = SessionId{*day, *half};
  }
  return choice;
}

std::string answer_words(reg::LeaveAnswer answer) {
  if (answer == reg::LeaveAnswer::refused) return "Refused";
  return answer == reg::LeaveAnswer::partly ? "Granted in part" : "Granted";
}

}  // namespace

Result<std::optional<reg::LeaveCase>> case_asked(const Visit& visit, reg::Store& held,
                                                 const std::string& entry) {
  const auto cases = cases_of(visit, held);
  if (!cases) return fail(cases.error());
  for (const auto& one : *cases) {
    if (std::to_string(one.request.entry) == entry) return one;
  }
  return std::nullopt;
}

Result<LeaveView> leave_view(const Visit& visit, reg::Store& held, const reg::LeaveCase& one) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto& request = one.request.what;
  LeaveView view;
  view.line = leave_line(visit, **school, one);
  view.sessions = timetable_words(request.asked);
  view.typed_in = request.by.text() + ", " + moment_words(one.request.typed);
  if (Status added = add_children(visit, held, request, view); !added) return fail(added.error());
  const auto cases = cases_of(visit, held);
  if (!cases) return fail(cases.error());
  for (const auto& other : *cases) {
    const bool leave = other.request.what.kind != reg::LeaveKind::appointment;
    if (other.request.entry == one.request.entry || !leave) continue;
    if (!shares_child(other.request.what, request)) continue;
    view.earlier.push_back(leave_line(visit, **school, other));
  }
  view.typed = {{"from", request.from.day.text()},
                {"from_half", std::string(text_of(request.from.half))},
                {"until", request.to.day.text()},
                {"until_half", std::string(text_of(request.to.half))}};
  return view;
}

Result<std::optional<std::string>> decide(const Visit& visit, reg::Store& held,
                                          const reg::LeaveCase& one, FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  if (one.decision) {
    errors.add("answer", fmt::format("{} has decided meanwhile. Look at it first.",
                                     one.decision->what.by.text()));
    return std::nullopt;
  }
  const auto& request = one.request.what;
  const auto choice = choice_typed(visit, errors);
  if (!choice || !errors.empty()) return std::nullopt;
  const auto by = reg::signature(visit.who.author, code_of(request.kind), **staff, visit.today);
  const auto decision = decision_on(one.request.entry, request, *choice, visit.who.roles, by);
  if (!decision) {
    const auto code = decision.error().code;
    const bool span = code == FaultCode::leave_outside || code == FaultCode::period_backwards;
    errors.add(span ? "until" : "answer", sentence(decision.error()));
    return std::nullopt;
  }
  const auto notices = notices_of(*decision, request, **school);
  const auto entry = held.decide_leave(*decision, notices, visit.now);
  if (!entry) return fail(entry.error());
  const std::string names = names_of(**school, request.pupils);
  if (notices.empty()) return fmt::format("{}: {}.", answer_words(choice->answer), names);
  return fmt::format("{}: {}, {} noted as {}.", answer_words(choice->answer), names,
                     sessions_words(notices.size()), decision->code.text());
}

}  // namespace handbell::office
