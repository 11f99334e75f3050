#include "app/office/reconcile/difference_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/reconcile/differences.h"
#include "app/office/reconcile/page_differences.h"
#include "app/office/web/code_choice.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kFirstYear = 2000;

Result<Answer> differences_answer(const Visit& visit, store::Register& held, int year,
                                  const FormErrors& errors = {}) {
  const auto view = differences_view(visit, held, year);
  if (!view) return fail(view.error());
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return page_answer(differences_page(*view, *frame), errors.empty() ? 200 : 422);
}

std::optional<SessionId> session_named(const Visit& visit) {
  const auto day = SchoolDay::parse(visit.typed("day"));
  const auto half = parse_half(visit.typed("session"));
  if (!day || !half || visit.today < *day) return std::nullopt;
  return SessionId{*day, *half};
}

/// The entry that a person makes of it; of ours only the first contact stays.
reg::MarkDraft taken_over(const reg::OtherMark& theirs, const reg::Author& by) {
  return {theirs.pupil, theirs.session,
          theirs.code,  theirs.minutes_late,
          std::nullopt, "as in the other register: " + theirs.file,
          "Office",     by};
}

Status may_take_over(const Visit& visit, const reg::School& school, const reg::MarkDraft& draft) {
  const auto local = to_local(visit.now);
  if (!local) return fail(local.error());
  return reg::may_enter(draft, school, visit.who.roles, {visit.today, reg::half_of(local->time)});
}

/// The difference as it was shown; nothing where either side has changed since.
Result<std::optional<reg::MarkDifference>> still_differs(const Visit& visit, store::Register& held,
                                                         PupilId pupil, SessionId session) {
  const auto found = reg::mark_differences(held, session.day, session.day);
  if (!found) return fail(found.error());
  const auto history = held.history(pupil, session);
  if (!history) return fail(history.error());
  const bool same =
      !history->empty() && std::to_string(history->back().entry) == visit.typed("seen");
  for (const auto& one : *found) {
    const bool asked = one.theirs.what.pupil == pupil && one.theirs.what.session == session &&
                       std::to_string(one.theirs.entry) == visit.typed("entry");
    if (asked && same) return one;
  }
  return std::nullopt;
}

}  // namespace

Result<Answer> show_differences(const Visit& visit, store::Register& held) {
  const int now = reg::school_year_of(visit.today);
  const std::string asked = visit.query("year");
  if (asked.empty()) return differences_answer(visit, held, now);
  const auto year = whole_number(asked);
  if (!year || *year < kFirstYear || *year > now) {
    return told(visit, 404, "No such year", "There is no register of that school year.");
  }
  return differences_answer(visit, held, static_cast<int>(*year));
}

Result<Answer> take_theirs(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto session = session_named(visit);
  const auto number = whole_number(visit.typed("pupil"));
  const auto* pupil = number ? (*school)->pupil(PupilId(*number)) : nullptr;
  if (!session || pupil == nullptr) return not_found(visit);
  const int year = reg::school_year_of(session->day);
  const auto refuse = [&](const std::string& words) {
    FormErrors errors;
    errors.add("differences", words);
    return differences_answer(visit, held, year, errors);
  };
  const auto found = still_differs(visit, held, pupil->id, *session);
  if (!found) return fail(found.error());
  if (!*found) {
    return refuse(child_name(*pupil) +
                  " has another mark meanwhile, here or there. Nothing was entered: look again.");
  }
  const auto& theirs = (*found)->theirs.what;
  const bool sees_both =
      sees_code(visit.who, theirs.code) && sees_code(visit.who, (*found)->ours.code);
  if (!sees_both) return not_found(visit);
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto draft =
      taken_over(theirs, reg::signature(visit.who.author, theirs.code, **staff, visit.today));
  if (const Status may = may_take_over(visit, **school, draft); !may) {
    return refuse(sentence(may.error()));
  }
  const auto entered = held.enter({draft}, visit.now);
  if (!entered) return fail(entered.error());
  const bool this_year = year == reg::school_year_of(visit.today);
  return go_to(
      this_year ? "/reconcile/differences" : fmt::format("/reconcile/differences?year={}", year),
      fmt::format("Entered: {} for {}, as in {}.", theirs.code.text(), child_name(*pupil),
                  theirs.file));
}

}  // namespace handbell::office
