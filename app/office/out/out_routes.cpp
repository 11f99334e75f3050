#include "app/office/out/out_routes.h"

#include "app/base/text.h"
#include "app/office/out/answer_form.h"
#include "app/office/out/child.h"
#include "app/office/out/collector_form.h"
#include "app/office/out/desk_form.h"
#include "app/office/out/out_undo.h"
#include "app/office/out/page_child.h"
#include "app/office/out/page_out.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/pupil_search.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Role;

/// What was typed into the form of one request that came back.
void keep_typed(const Visit& visit, std::string_view step, OutView& view) {
  const std::string key = visit.typed("key");
  const auto typed = [&](const char* field) { return visit.typed(std::string(field) + "-" + key); };
  for (auto& request : view.requests) {
    if (request.key != key) continue;
    request.step = step;
    request.typed = {typed("told"),    typed("adult"),   typed("checked"),
                     typed("despite"), typed("back_by"), typed("reason")};
    request.chosen.clear();
    for (const auto& [name, value] : visit.form) {
      if (name == "child") request.chosen.push_back(value);
    }
  }
}

/// Whose adults stand on the page: of each who is asked for, and of each who left today.
void note_adults_read(const OutView& view, Answer& answer) {
  const auto note = [&](const std::string& pupil) {
    answer.read.push_back({reg::ReadKind::contacts, PupilId(whole_number(pupil).value_or(0)),
                           "out of school, all", true});
  };
  for (const auto& request : view.requests) {
    for (const auto& child : request.children) note(child.pupil);
  }
  for (const auto& line : view.out) note(line.pupil);
}

Result<Answer> page_with(const Visit& visit, store::Register& held, const OutView& view,
                         const FormErrors& errors) {
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  Answer answer = page_answer(out_page(view, *frame), errors.empty() ? 200 : 422);
  note_adults_read(view, answer);
  return answer;
}

Result<Answer> show(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  return page_with(visit, held, out_view(visit, *facts), {});
}

Result<Answer> find(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  auto view = out_view(visit, *facts);
  FormErrors errors;
  view.searched = checked_search(visit.typed("name"), "name", errors);
  if (errors.empty()) {
    view.has_searched = true;
    for (const auto* pupil : reg::find_pupils(*facts->school, view.searched, visit.today)) {
      if (!pupil->on_roll(visit.today)) continue;
      view.found.push_back(
          {std::to_string(pupil->id.number()), child_name(*pupil), pupil->class_name});
    }
  }
  return page_with(visit, held, view, errors);
}

Handler answering(const std::string& step) {
  return [step](const Visit& visit, store::Register& held) -> Result<Answer> {
    const auto facts = read_out(visit, held);
    if (!facts) return fail(facts.error());
    FormErrors errors;
    const auto answers = answers_typed(visit, *facts, step, errors);
    if (!errors.empty()) {
      auto view = out_view(visit, *facts);
      keep_typed(visit, step, view);
      return page_with(visit, held, view, errors);
    }
    for (const auto& answer : answers) {
      const auto entry = held.answer_release(answer, visit.now);
      if (!entry) return fail(entry.error());
    }
    return go_to("/out", done_words(*facts, answers));
  };
}

Result<Answer> page_of_child(const Visit& visit, store::Register& held, const OutChildView& view,
                             const FormErrors& errors = {}) {
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  const bool may_write = visit.who.has_one_of({Role::office, Role::head});
  const PupilId pupil(whole_number(view.child.pupil).value_or(0));
  return read_answer(out_child_page(view, may_write, *frame),
                     {reg::ReadKind::contacts, pupil, "out of school"}, errors.empty() ? 200 : 422);
}

Result<Answer> show_child(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  const auto* pupil = child_named(*facts->school, visit.query("pupil"));
  if (pupil == nullptr) return not_found(visit);
  return page_of_child(visit, held, child_view(visit, *facts, *pupil));
}

Result<Answer> let_go(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  const auto* pupil = child_named(*facts->school, visit.typed("pupil"));
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  const auto answers = desk_answers(visit, *facts, *pupil, errors);
  if (!errors.empty()) {
    auto view = child_view(visit, *facts, *pupil);
    view.typed = {"",
                  visit.typed("adult"),
                  visit.typed("checked"),
                  visit.typed("despite"),
                  visit.typed("back_by"),
                  visit.typed("reason")};
    view.why = visit.typed("why");
    return page_of_child(visit, held, view, errors);
  }
  for (const auto& answer : answers) {
    const auto entry = held.answer_release(answer, visit.now);
    if (!entry) return fail(entry.error());
  }
  return go_to("/out", done_words(*facts, {answers.back()}));
}

Result<Answer> write_collector(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  const auto* pupil = child_named(*facts->school, visit.typed("pupil"));
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  const auto collector = collector_typed(visit, *facts, *pupil, errors);
  if (!collector) {
    auto view = child_view(visit, *facts, *pupil);
    view.collector = visit.typed("collector");
    view.relationship = visit.typed("relationship");
    view.day = visit.typed("day");
    view.told_by = visit.typed("told_by");
    view.told_how = visit.typed("told_how");
    view.collector_despite = visit.typed("collector_despite");
    return page_of_child(visit, held, view, errors);
  }
  const auto written = held.write({*collector}, visit.now);
  if (!written) return fail(written.error());
  const std::string day = collector->day == visit.today ? "today" : "on " + collector->day.words();
  return go_to("/out", fmt::format("{} may collect {} {}.", collector->adult.text(),
                                   child_name(*pupil), day));
}

Answer said(const Visit& visit, const std::string& words) {
  return words.empty() ? not_found(visit) : go_to("/out", words);
}

Result<Answer> undo(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  const auto words = undo_answers(visit, held, *facts);
  if (!words) return fail(words.error());
  return said(visit, *words);
}

Result<Answer> back(const Visit& visit, store::Register& held) {
  const auto facts = read_out(visit, held);
  if (!facts) return fail(facts.error());
  const auto words = tell_back(visit, held, *facts);
  if (!words) return fail(words.error());
  return said(visit, *words);
}

Result<Answer> collector_back(const Visit& visit, store::Register& held) {
  const auto words = undo_collector(visit, held);
  if (!words) return fail(words.error());
  return said(visit, *words);
}

}  // namespace

Routes out_routes() {
  const std::vector<Role> office{Role::office, Role::head};
  const std::vector<Role> readers{Role::office, Role::head, Role::dsl, Role::champion};
  Routes all{{"GET", "/out", readers, Runs::reading, show},
             {"POST", "/out/find", office, Runs::reading, find},
             {"GET", "/out/child", readers, Runs::reading, show_child},
             {"POST", "/out/child", office, Runs::writing, let_go},
             {"POST", "/out/undo", office, Runs::writing, undo},
             {"POST", "/out/back", office, Runs::writing, back},
             {"POST", "/out/collector", office, Runs::writing, write_collector},
             {"POST", "/out/collector/undo", office, Runs::writing, collector_back}};
  for (const char* step : {"tell", "grant", "hand-over", "refuse"}) {
    all.push_back({"POST", std::string("/out/") + step, office, Runs::writing, answering(step)});
  }
  return all;
}

}  // namespace handbell::office
