#include "app/office/attendance/attendance_routes.h"

#include "app/office/attendance/answer.h"
#include "app/office/attendance/attendance.h"
#include "app/office/attendance/page_answer.h"
#include "app/office/attendance/page_attendance.h"

namespace handbell::office {
namespace {

using reg::Role;

Result<Answer> show_attendance(const Visit& visit, store::Register& held) {
  const auto view = attendance_view(visit, held);
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(attendance_page(*view, *frame),
                     {reg::ReadKind::case_read, {}, "list of suggestions", true});
}

Result<Answer> show_answer(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_of_answer(visit, **school, visit.query("pupil"));
  if (pupil == nullptr) return not_found(visit);
  const auto view = answer_view(visit, held, *pupil);
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(answer_page(*view, *frame),
                     {reg::ReadKind::case_read, pupil->id, "suggestions"});
}

Result<Answer> post_answer(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_of_answer(visit, **school, visit.typed("pupil"));
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  const auto done = write_answer(visit, held, *pupil, errors);
  if (!done) return fail(done.error());
  if (*done) return go_to("/attendance", **done);
  auto view = answer_view(visit, held, *pupil);
  if (!view) return fail(view.error());
  view->answer = visit.typed("answer");
  view->until = visit.typed("until");
  view->given_to = visit.typed("staff");
  view->reason = visit.typed("reason");
  view->chosen.clear();
  for (const auto& [name, value] : visit.form) {
    if (name == "key") view->chosen.push_back(value);
  }
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return read_answer(answer_page(*view, *frame),
                     {reg::ReadKind::case_read, pupil->id, "suggestions"}, 422);
}

}  // namespace

Routes attendance_routes() {
  const std::vector<Role> followers{Role::head, Role::champion, Role::dsl};
  return {{"GET", "/attendance", followers, Runs::reading, show_attendance},
          {"GET", "/attendance/answer", followers, Runs::reading, show_answer},
          {"POST", "/attendance/answer", followers, Runs::writing, post_answer}};
}

}  // namespace handbell::office
