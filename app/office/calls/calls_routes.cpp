#include "app/office/calls/calls_routes.h"

#include "app/base/text.h"
#include "app/office/calls/absence_entry.h"
#include "app/office/calls/page_calls.h"

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

/// What was typed into the card that comes back.
void keep_typed_call(const Visit& visit, CallsView& view) {
  const std::string key = visit.typed("pupil");
  const auto child = std::ranges::find(view.children, key, &RingChild::pupil);
  if (child == view.children.end() || visit.typed("still") == "1") return;
  if (visit.request.path == "/calls/attempt") {
    child->words = visit.typed("words-" + key);
    child->came_at = visit.typed("came-" + key);
  } else if (visit.request.path == "/calls/absence") {
    child->absence = absence_typed(visit, "", key);
  }
}

Result<Answer> show_calls(const Visit& visit, store::Register& held, const CallsRead& read,
                          const FormErrors& errors) {
  auto view = calls_view(visit, read);
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  if (!errors.empty()) keep_typed_call(visit, view);
  Answer answer = page_answer(calls_page(view, *frame), errors.empty() ? 200 : 422);
  for (const auto& child : view.children) {
    answer.read.push_back(
        {reg::ReadKind::contacts, PupilId(whole_number(child.pupil).value_or(0)), "calls", true});
  }
  return answer;
}

Result<Answer> read_page_calls(const Visit& visit, store::Register& held) {
  const auto read = read_calls(visit, held);
  if (!read) return fail(read.error());
  return show_calls(visit, held, *read, {});
}

using Post = Result<CallOutcome> (*)(const Visit&, store::Register&, const CallsRead&);
using PostOfChild = Result<CallOutcome> (*)(const Visit&, store::Register&, const CallsRead&,
                                            const reg::PupilRecord&);

Result<Answer> answered(const Visit& visit, store::Register& held, const CallsRead& read,
                        const Result<CallOutcome>& outcome) {
  if (!outcome) return fail(outcome.error());
  if (outcome->errors.empty()) return go_to("/calls", outcome->done);
  return show_calls(visit, held, read, outcome->errors);
}

Handler post(Post done) {
  return [done](const Visit& visit, store::Register& held) -> Result<Answer> {
    const auto read = read_calls(visit, held);
    if (!read) return fail(read.error());
    return answered(visit, held, *read, done(visit, held, *read));
  };
}

Handler post_of_child(PostOfChild done) {
  return [done](const Visit& visit, store::Register& held) -> Result<Answer> {
    const auto read = read_calls(visit, held);
    if (!read) return fail(read.error());
    const auto* pupil = pupil_typed(visit, read->school());
    if (pupil == nullptr || !pupil->on_roll(visit.today)) return not_found(visit);
    return answered(visit, held, *read, done(visit, held, *read, *pupil));
  };
}

}  // namespace

Routes calls_routes() {
  const std::vector<Role> readers{Role::office, Role::head, Role::champion, Role::dsl};
  const std::vector<Role> office{Role::office, Role::head};
  return {{"GET", "/calls", readers, Runs::reading, read_page_calls},
          {"POST", "/calls/attempt", office, Runs::writing, post_of_child(log_attempt)},
          {"POST", "/calls/class", office, Runs::writing, post(log_class)},
          {"POST", "/calls/missing", office, Runs::writing, post(mark_missing)},
          {"POST", "/calls/seen", office, Runs::writing, post_of_child(see_at_door)},
          {"POST", "/calls/undo", office, Runs::writing, post(take_call_back)},
          {"POST", "/calls/absence", office, Runs::writing, post_of_child(enter_absence)},
          {"POST", "/calls/absence/undo", office, Runs::writing, post(undo_absence)}};
}

}  // namespace handbell::office
