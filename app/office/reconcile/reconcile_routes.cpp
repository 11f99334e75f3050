#include "app/office/reconcile/reconcile_routes.h"

#include "app/office/page/child_name.h"
#include "app/office/reconcile/difference_form.h"
#include "app/office/reconcile/page_reconcile.h"
#include "app/office/reconcile/settle_form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Role;

std::string place_of(const Visit& visit, SchoolDay day) {
  return day == visit.today ? "/reconcile" : "/reconcile?on=" + day.text();
}

/// What was typed into the form that comes back.
void keep_typed(const Visit& visit, ReconcileView& view) {
  for (auto& line : view.open) {
    const bool same = line.pupil == visit.typed("pupil") && line.half == visit.typed("session");
    if (!same) continue;
    line.typed_in = true;
    line.way = visit.typed("way-" + line.key);
    line.own_code = visit.typed("code-" + line.key);
    line.own_reason = visit.typed("reason-" + line.key);
  }
}

Result<Answer> show_day(const Visit& visit, store::Register& held, SchoolDay day,
                        const FormErrors& errors = {}) {
  auto view = reconcile_view(visit, held, day);
  if (!view) return fail(view.error());
  auto frame = register_frame(visit, held, day);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  if (!errors.empty()) keep_typed(visit, *view);
  return page_answer(reconcile_page(*view, *frame), errors.empty() ? 200 : 422);
}

Result<Answer> show(const Visit& visit, store::Register& held) {
  const std::string on = visit.query("on");
  if (on.empty()) return show_day(visit, held, visit.today);
  const auto day = SchoolDay::parse(on);
  if (!day) return told(visit, 404, "No such day", sentence(day.error()));
  if (visit.today < *day) {
    return told(visit, 404, "No such day", "That day is still to come.");
  }
  return show_day(visit, held, *day);
}

Result<Answer> settle(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto asked = line_asked(visit, held, **school);
  if (!asked) return fail(asked.error());
  if (!*asked) return not_found(visit);
  FormErrors errors;
  const auto draft = settling(visit, held, **school, **asked, errors);
  if (!draft) return show_day(visit, held, (*asked)->session.day, errors);
  const auto entered = held.enter({*draft}, visit.now);
  if (!entered) return fail(entered.error());
  return go_to(
      place_of(visit, draft->session.day),
      fmt::format("Settled: {} for {}.", draft->code.text(), child_name(*(*asked)->pupil)));
}

Result<Answer> undo(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto asked = line_asked(visit, held, **school);
  if (!asked) return fail(asked.error());
  if (!*asked) return not_found(visit);
  const auto draft = undoing(visit, held, **school, **asked);
  if (!draft) {
    FormErrors errors;
    errors.add("settled", draft.error().code == FaultCode::nothing_to_settle
                              ? "Somebody has entered something else meanwhile. Nothing was undone."
                              : sentence(draft.error()));
    return show_day(visit, held, (*asked)->session.day, errors);
  }
  const auto entered = held.enter({*draft}, visit.now);
  if (!entered) return fail(entered.error());
  return go_to(place_of(visit, draft->session.day),
               fmt::format("Undone: {} stands again for {}.", draft->code.text(),
                           child_name(*(*asked)->pupil)));
}

}  // namespace

Routes reconcile_routes() {
  const std::vector<Role> office{Role::office, Role::head};
  return {{"GET", "/reconcile", office, Runs::reading, show},
          {"POST", "/reconcile/settle", office, Runs::writing, settle},
          {"POST", "/reconcile/undo", office, Runs::writing, undo},
          {"GET", "/reconcile/differences", office, Runs::reading, show_differences},
          {"POST", "/reconcile/differences", office, Runs::writing, take_theirs}};
}

}  // namespace handbell::office
