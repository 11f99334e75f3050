#include "app/office/absence/absence_routes.h"

#include "app/office/absence/absence.h"
#include "app/office/absence/child.h"
#include "app/office/absence/child_forms.h"
#include "app/office/absence/leave.h"
#include "app/office/absence/page_absence.h"
#include "app/office/absence/refused.h"
#include "app/office/absence/undo_forms.h"
#include "app/office/page/typed_text.h"

namespace handbell::office {
namespace {

using reg::Role;

Result<Answer> list(const Visit& visit, store::Register& held) {
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  const bool post = visit.request.method == "POST";
  const std::string name = post ? checked_search(visit.typed("name"), "name", frame->errors) : "";
  const bool wrong = !frame->errors.empty();
  auto view = absence_view(visit, held, wrong ? "" : name);
  if (!view) return fail(view.error());
  view->name_typed = name;
  return page_answer(absence_page(*view, *frame), wrong ? 422 : 200);
}

Result<Answer> show_child(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_asked(visit, **school, visit.query("pupil"));
  if (pupil == nullptr) return not_found(visit);
  const auto view = child_view(visit, held, *pupil, visit.query("do"));
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(child_page(*view, *frame), {reg::ReadKind::leave, pupil->id, ""});
}

Result<std::optional<std::string>> written(const Visit& visit, store::Register& held,
                                           const reg::PupilRecord& pupil, FormErrors& errors) {
  const std::string doing = visit.typed("do");
  if (doing == "appointment") return note_appointment(visit, held, pupil, errors);
  if (doing == "leave") return note_leave(visit, held, pupil, errors);
  if (doing == "timetable") return put_timetable(visit, held, pupil, errors);
  return note_absence(visit, held, pupil, errors);
}

Result<Answer> post_child(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_asked(visit, **school, visit.typed("pupil"));
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  const auto done = written(visit, held, *pupil, errors);
  if (!done) return fail(done.error());
  if (*done) return go_to("/absence", **done);
  auto view = child_view(visit, held, *pupil, visit.typed("do"));
  if (!view) return fail(view.error());
  keep_typed_absence(visit, *view);
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return page_answer(child_page(*view, *frame), 422);
}

Result<Answer> undo(const Visit& visit, store::Register& held) {
  const auto done = undo_absence(visit, held);
  if (!done) return fail(done.error());
  return go_to("/absence", *done);
}

/// A request of leave; an appointment has no page of its own.
bool has_page(const std::optional<reg::LeaveCase>& one) {
  return one && one->request.what.kind != reg::LeaveKind::appointment;
}

Result<Answer> show_leave(const Visit& visit, store::Register& held) {
  const auto one = case_asked(visit, held, visit.query("request"));
  if (!one) return fail(one.error());
  if (!has_page(*one)) return not_found(visit);
  const auto view = leave_view(visit, held, **one);
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(leave_page(*view, *frame),
                     {reg::ReadKind::leave, {}, "request " + visit.query("request")});
}

Result<Answer> post_leave(const Visit& visit, store::Register& held) {
  const auto one = case_asked(visit, held, visit.typed("request"));
  if (!one) return fail(one.error());
  if (!has_page(*one)) return not_found(visit);
  FormErrors errors;
  const auto done = decide(visit, held, **one, errors);
  if (!done) return fail(done.error());
  if (*done) return go_to("/absence", **done);
  auto view = leave_view(visit, held, **one);
  if (!view) return fail(view.error());
  for (const char* field : {"answer", "reason", "from", "from_half", "until", "until_half"}) {
    view->typed[field] = visit.typed(field);
  }
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return page_answer(leave_page(*view, *frame), 422);
}

Result<Answer> post_refused(const Visit& visit, store::Register& held) {
  FormErrors errors;
  const auto done = enter_refused(visit, held, errors);
  if (!done) return fail(done.error());
  if (*done) return go_to("/absence", **done);
  auto view = absence_view(visit, held, "");
  if (!view) return fail(view.error());
  view->refused_request = visit.typed("request");
  view->refused_pupil = visit.typed("pupil");
  view->refused_reason = visit.typed("reason");
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return page_answer(absence_page(*view, *frame), 422);
}

Result<Answer> withdraw(const Visit& visit, store::Register& held) {
  const auto one = case_asked(visit, held, visit.typed("request"));
  if (!one) return fail(one.error());
  if (!*one) return go_to("/absence", "That was taken back already.");
  const auto done = withdraw_request(visit, held, **one);
  if (!done) return fail(done.error());
  return go_to("/absence", *done);
}

Result<Answer> undo_leave(const Visit& visit, store::Register& held) {
  const auto one = case_asked(visit, held, visit.typed("request"));
  if (!one) return fail(one.error());
  if (!has_page(*one)) return not_found(visit);
  const auto done = undo_decision(visit, held, **one);
  if (!done) return fail(done.error());
  return go_to("/absence/leave?request=" + std::to_string((*one)->request.entry), *done);
}

}  // namespace

Routes absence_routes() {
  const std::vector<Role> readers{Role::office, Role::head, Role::champion, Role::dsl};
  const std::vector<Role> writers{Role::office, Role::head};
  const std::vector<Role> deciders{Role::head};
  return {{"GET", "/absence", readers, Runs::reading, list},
          {"POST", "/absence", writers, Runs::reading, list},
          {"GET", "/absence/child", writers, Runs::reading, show_child},
          {"POST", "/absence/child", writers, Runs::writing, post_child},
          {"POST", "/absence/undo", writers, Runs::writing, undo},
          {"GET", "/absence/leave", readers, Runs::reading, show_leave},
          {"POST", "/absence/leave", deciders, Runs::writing, post_leave},
          {"POST", "/absence/leave/undo", deciders, Runs::writing, undo_leave},
          {"POST", "/absence/refused", {Role::head, Role::champion}, Runs::writing, post_refused},
          {"POST", "/absence/withdraw", writers, Runs::writing, withdraw}};
}

}  // namespace handbell::office
