#include "app/office/concerns/concern_routes.h"

#include "app/base/text.h"
#include "app/office/concerns/page_concerns.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using reg::Concern;
using reg::ConcernState;
using reg::Role;

const reg::PupilRecord* child_named(const Visit& visit, const reg::School& school,
                                    const std::string& typed) {
  const auto found = std::ranges::find_if(
      school.pupils, [&](const auto& pupil) { return std::to_string(pupil.id.number()) == typed; });
  if (found == school.pupils.end() || !visit.who.sees_class(found->class_name)) return nullptr;
  return &*found;
}

reg::ConcernFor whom_at(const std::string& key) { return *reg::parse_concern_for(key); }

/// Each child whose concerns stand there is taken down as read.
Answer read_concerns(const Html& shown, const ConcernsView& view, int status = 200) {
  Answer answer = page_answer(shown, status);
  std::set<std::string> children;
  for (const auto* lines : {&view.open, &view.closed}) {
    for (const auto& line : *lines) children.insert(line.pupil);
  }
  for (const auto& child : children) {
    const auto number = whole_number(child);
    if (!number) continue;
    answer.read.push_back({reg::ReadKind::case_read, PupilId(*number), "concerns"});
  }
  return answer;
}

Result<Answer> show_concerns(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto notes = held.case_notes({});
  if (!notes) return fail(notes.error());
  const auto view = concerns_view(visit, **school, *notes);
  return read_concerns(concerns_page(view, visit.frame), view);
}

Result<Answer> show_form(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = child_named(visit, **school, visit.query("pupil"));
  if (pupil == nullptr) return not_found(visit);
  return page_answer(raise_page({visit.query("pupil"), child_name(*pupil), "", {}}, visit.frame));
}

std::vector<std::string> whom_typed(const Visit& visit) {
  std::vector<std::string> all;
  for (const auto& [name, value] : visit.form) {
    if (name == "whom") all.push_back(value);
  }
  return all;
}

Result<Answer> write_step(store::Register& held, const Visit& visit, const Concern& concern,
                          const std::string& done) {
  const auto written = held.write_case({concern}, visit.now);
  if (!written) return fail(written.error());
  return go_to("/concerns", done);
}

/// The same by the same person on the same day: the button was pressed twice.
Result<bool> was_raised(store::Register& held, const Concern& concern) {
  const auto notes = held.case_notes(concern.pupil);
  if (!notes) return fail(notes.error());
  return std::ranges::any_of(*notes, [&](const auto& given) {
    return !given.back && given.what == reg::CaseNote(concern);
  });
}

Result<Answer> raise(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = child_named(visit, **school, visit.typed("pupil"));
  if (pupil == nullptr) return not_found(visit);
  RaiseForm form{visit.typed("pupil"), child_name(*pupil), "", whom_typed(visit)};
  FormErrors errors;
  form.words = checked_text(visit.typed("words"), "words", {"Write what worries you."}, errors);
  if (form.whom.empty()) errors.add("whom", "Tick who should know.");
  for (const auto& each : form.whom) check_choice(each, concern_choices(), "whom", errors);
  Concern concern{pupil->id, 0,          ConcernState::raised, visit.today,
                  {},        form.words, visit.who.author};
  if (errors.empty()) {
    std::ranges::transform(form.whom, std::back_inserter(concern.whom), whom_at);
    std::ranges::sort(concern.whom);
    const auto same = std::ranges::unique(concern.whom);
    concern.whom.erase(same.begin(), same.end());
    const auto may = reg::may_keep(concern, **school, {}, visit.today);
    if (!may) errors.add("words", sentence(may.error()));
    const auto kept = was_raised(held, concern);
    if (!kept) return fail(kept.error());
    if (*kept) return go_to("/concerns", "That was handed on already.");
  }
  if (!errors.empty()) {
    PageFrame frame = visit.frame;
    frame.errors = errors;
    return page_answer(raise_page(form, frame), 422);
  }
  return write_step(held, visit, concern, "The concern about " + form.name + " was handed on.");
}

/// The concern that a form names, where this person may answer it.
struct Named {
  std::uint64_t entry = 0;
  std::optional<Concern> raised;
  ConcernsView view;
};

Result<Named> named_concern(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto notes = held.case_notes({});
  if (!notes) return fail(notes.error());
  const auto entry = whole_number(visit.typed("concern"));
  if (!entry || *entry < 1) return Named{};
  Named named{static_cast<std::uint64_t>(*entry), {}, {}};
  named.raised = concern_to_answer(visit, **school, *notes, named.entry);
  named.view = concerns_view(visit, **school, *notes);
  return named;
}

Concern step_of(const Visit& visit, const Named& named, ConcernState state,
                const std::string& words) {
  return {named.raised->pupil, named.entry, state, visit.today, {}, words, visit.who.author};
}

Result<Answer> take_up(const Visit& visit, store::Register& held) {
  const auto named = named_concern(visit, held);
  if (!named) return fail(named.error());
  if (!named->raised) return not_found(visit);
  const auto line = std::ranges::find(named->view.open, named->entry, &ConcernLine::entry);
  if (line != named->view.open.end() && !line->taken.empty()) {
    return go_to("/concerns", "Somebody had taken it up already.");
  }
  return write_step(held, visit, step_of(visit, *named, ConcernState::taken_up, ""),
                    "You took it up.");
}

Result<Answer> close(const Visit& visit, store::Register& held) {
  const auto named = named_concern(visit, held);
  if (!named) return fail(named.error());
  if (!named->raised) return not_found(visit);
  const std::string field = "words-" + std::to_string(named->entry);
  FormErrors errors;
  const std::string words =
      checked_text(visit.typed(field), field, {"Write what became of it."}, errors);
  if (!errors.empty()) {
    PageFrame frame = visit.frame;
    frame.errors = errors;
    const auto line = std::ranges::find(named->view.open, named->entry, &ConcernLine::entry);
    if (line == named->view.open.end()) return not_found(visit);
    return read_concerns(close_page(*line, {named->entry, words}, frame), {{*line}, {}}, 422);
  }
  return write_step(held, visit, step_of(visit, *named, ConcernState::closed, words),
                    "The concern was closed.");
}

}  // namespace

Routes concern_routes() {
  const std::vector<Role> staff{Role::teacher, Role::office, Role::champion, Role::head, Role::dsl};
  return {{"GET", "/concerns", staff, Runs::reading, show_concerns},
          {"GET", "/concerns/new", staff, Runs::reading, show_form},
          {"POST", "/concerns/raise", staff, Runs::writing, raise},
          {"POST", "/concerns/take-up", staff, Runs::writing, take_up},
          {"POST", "/concerns/close", staff, Runs::writing, close}};
}

}  // namespace handbell::office
