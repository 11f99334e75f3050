#include "app/office/today/arrived.h"

#include "app/base/school_time.h"
#include "app/office/web/code_choice.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

bool hides_mark(const Visitor& who, const reg::TypedArrival& arrival) {
  return arrival.mark && !sees_code(who, arrival.mark->what.code);
}

bool hides_proposal(const Visitor& who, const reg::TypedArrival& arrival) {
  return arrival.judgement.proposal && !sees_code(who, *arrival.judgement.proposal);
}

Result<ArrivedChild> arrived_child(const Visit& visit, store::Register& held,
                                   const reg::School& school, const reg::PupilRecord& pupil,
                                   Instant at) {
  const auto typed = typed_arrival(held, school, pupil, at);
  if (!typed) return fail(typed.error());
  ArrivedChild child;
  child.words = words_of_typed(visit.who, *typed);
  child.standing = standing_words(visit.who, *typed);
  child.urgent = typed->judgement.urgent;
  child.marks = mark_choices(visit.who, *typed);
  child.mark = child.marks.front().value;
  child.seen = seen_of_typed(*typed);
  return child;
}

}  // namespace

Result<reg::TypedArrival> typed_arrival(store::Register& held, const reg::School& school,
                                        const reg::PupilRecord& pupil, Instant at) {
  const auto local = to_local(at);
  if (!local) return fail(local.error());
  const auto history = held.history(pupil.id, {local->day, reg::half_of(local->time)});
  if (!history) return fail(history.error());
  const auto mark = history->empty() ? std::nullopt : std::optional(history->back());
  return reg::judge_typed(school, pupil, at, mark);
}

std::string seen_of_typed(const reg::TypedArrival& arrival) {
  return fmt::format(
      "{}.{}.{}", arrival.judgement.proposal ? arrival.judgement.proposal->text() : "",
      arrival.judgement.minutes_late.value_or(-1), arrival.mark ? arrival.mark->entry : 0);
}

std::vector<Choice> mark_choices(const Visitor& who, const reg::TypedArrival& arrival) {
  std::vector<Choice> choices;
  const auto suggested = arrival.suggested();
  if (suggested && sees_code(who, *suggested)) {
    choices.push_back({"suggested", fmt::format("{}, as suggested", suggested->text())});
  }
  std::string none = "No mark yet";
  if (arrival.mark) {
    none = hides_mark(who, arrival)
               ? "Leave the mark as it is"
               : fmt::format("Leave {} as it is", arrival.mark->what.code.text());
  }
  choices.push_back({"none", none});
  auto codes = codes_for(who, arrival.session);
  if (!codes.empty()) codes.erase(codes.begin());
  std::ranges::move(codes, std::back_inserter(choices));
  return choices;
}

std::string words_of_typed(const Visitor& who, const reg::TypedArrival& arrival) {
  if (hides_mark(who, arrival) || hides_proposal(who, arrival)) {
    return "A mark that you may not see is known for this session: ask the headteacher.";
  }
  return arrival.sentence;
}

std::string standing_words(const Visitor& who, const reg::TypedArrival& arrival) {
  if (!arrival.mark || hides_mark(who, arrival)) return "";
  return fmt::format("{} by {}, at {}", arrival.mark->what.code.text(),
                     arrival.mark->what.by.text(), local_hh_mm(arrival.mark->at));
}

Result<ArrivedView> arrived_view(const Visit& visit, store::Register& held,
                                 const DeskFamily& family, Instant at) {
  const auto known = known_today(visit, held);
  if (!known) return fail(known.error());
  const auto presence = presence_today(visit, *known);
  ArrivedView view;
  view.first = std::to_string(family.children.front()->id.number());
  view.at = local_hh_mm(at);
  view.reasons = reason_choices(reg::with_built_in(family.school->reasons).late);
  for (const auto* pupil : family.children) {
    auto child = arrived_child(visit, held, *family.school, *pupil, at);
    if (!child) return fail(child.error());
    child->who = desk_child(*pupil, presence, visit.now);
    child->who.ticked = is_ticked(family, pupil->id);
    view.children.push_back(std::move(*child));
  }
  return view;
}

}  // namespace handbell::office
