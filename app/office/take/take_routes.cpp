#include "app/office/take/take_routes.h"

#include "app/base/text.h"
#include "app/office/take/change_child.h"
#include "app/office/take/page_take.h"
#include "app/office/take/send_register.h"

namespace handbell::office {
namespace {

using reg::Role;

Result<Answer> choose(const Visit& visit, store::Register& held, Half half) {
  const auto lines = class_lines(visit, held, half);
  if (!lines) return fail(lines.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  const std::string words = visit.today.words() + (half == Half::am ? ", morning" : ", afternoon");
  return page_answer(choose_page(*lines, words, *frame));
}

/// The page of a class; with what was typed where a form comes back.
Result<Answer> show(const Visit& visit, store::Register& held, const TakeFacts& facts,
                    const AskedClass& asked, const TypedRegister* typed) {
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return page_answer(take_page(take_view(visit, facts, asked, typed), *frame),
                     frame->errors.empty() ? 200 : 422);
}

Result<Answer> show_change(const Visit& visit, store::Register& held, const TakeFacts& facts,
                           const AskedClass& asked, const reg::ClassChild& child) {
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  auto view = change_view(visit, facts, asked, child);
  view.row.said = visit.typed("said");
  view.reason = visit.typed("reason");
  return page_answer(change_page(view, *frame), frame->errors.empty() ? 200 : 422);
}

Result<Answer> read_page(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  net::Fields fields = visit.request.query;
  const auto classes = classes_of(visit, **school);
  if (visit.query("class").empty()) {
    const auto half = parse_half(visit.query("session"));
    if (classes.size() != 1) return choose(visit, held, half ? *half : half_at(visit.now));
    fields.emplace_back("class", classes.front());
    std::erase_if(fields,
                  [](const auto& each) { return each.first == "class" && each.second.empty(); });
  }
  const auto asked = asked_by(visit, **school, fields);
  if (!asked) return not_found(visit);
  const auto facts = read_class(visit, held, *asked);
  if (!facts) return fail(facts.error());
  if (visit.query("change").empty()) return show(visit, held, *facts, *asked, nullptr);
  const auto number = whole_number(visit.query("change"));
  const auto* child = number ? facts->taken.child(PupilId(*number)) : nullptr;
  if (child == nullptr || !facts->taken.sent) return not_found(visit);
  return show_change(visit, held, *facts, *asked, *child);
}

Visit with_errors(const Visit& visit, const FormErrors& errors) {
  Visit back = visit;
  back.frame.errors = errors;
  return back;
}

Result<Answer> send(const Visit& visit, store::Register& held) {
  const auto form = read_form(visit, held);
  if (!form) return fail(form.error());
  if (!*form) return not_found(visit);
  const auto outcome = send_register(visit, held, **form);
  if (!outcome) return fail(outcome.error());
  if (!outcome->done.empty()) return go_to(address_of((*form)->asked), outcome->done);
  AskedClass asked = (*form)->asked;
  asked.again = outcome->again;
  const bool typed = (*form)->of_today;
  return show(with_errors(visit, outcome->errors), held, (*form)->facts, asked,
              typed ? &outcome->typed : nullptr);
}

Result<Answer> seen(const Visit& visit, store::Register& held) {
  const auto form = read_form(visit, held);
  if (!form) return fail(form.error());
  if (!*form) return not_found(visit);
  const auto* child = child_named(visit, (*form)->facts, "seen");
  if (child == nullptr) return not_found(visit);
  const auto words = see_child(visit, held, **form, *child);
  if (!words) return fail(words.error());
  const AskedClass& asked = (*form)->asked;
  if ((*form)->facts.taken.sent && !asked.again) return go_to(address_of(asked), *words);
  // What was chosen for the others so far stays on the page.
  const auto now = read_class(visit, held, asked);
  if (!now) return fail(now.error());
  FormErrors ignored;
  auto typed = typed_register(visit, *now, ignored);
  const auto offered = reg::preset(*now->taken.child(child->pupil));
  if (offered) typed.said.emplace(child->pupil, *offered);
  Visit back = visit;
  back.frame.done = *words;
  return show(back, held, *now, asked, &typed);
}

Result<Answer> change(const Visit& visit, store::Register& held) {
  const auto form = read_form(visit, held);
  if (!form) return fail(form.error());
  const auto* child = *form ? child_named(visit, (*form)->facts, "pupil") : nullptr;
  if (child == nullptr || !(*form)->facts.taken.sent) return not_found(visit);
  const auto outcome = change_child(visit, held, **form, *child);
  if (!outcome) return fail(outcome.error());
  const AskedClass& asked = (*form)->asked;
  if (!outcome->done.empty()) return go_to(address_of(asked), outcome->done);
  return show_change(with_errors(visit, outcome->errors), held, (*form)->facts, asked, *child);
}

}  // namespace

Routes take_routes() {
  const std::vector<Role> takers{Role::teacher, Role::office, Role::head};
  return {{"GET", "/register", takers, Runs::reading, read_page},
          {"POST", "/register/send", takers, Runs::writing, send},
          {"POST", "/register/seen", takers, Runs::writing, seen},
          {"POST", "/register/change", takers, Runs::writing, change}};
}

}  // namespace handbell::office
