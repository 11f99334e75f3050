#include "app/office/roll/roll.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Place;
using reg::RollSaid;

std::string said_words(const reg::GivenTick& given) {
  const std::string at = local_hh_mm(given.tick.at);
  switch (given.tick.said) {
    case RollSaid::here:
      return fmt::format("Seen {}, {}", at, given.by.name());
    case RollSaid::not_here:
      return fmt::format("Not here {}, {}", at, given.by.name());
    case RollSaid::with_adult:
      return fmt::format("With {} {}, {}", given.tick.with->text(), at, given.by.name());
  }
  return "";
}

std::string place_note(const reg::Whereabouts& where) {
  switch (where.place) {
    case Place::at_door:
      return "At the door, not yet seen";
    case Place::elsewhere:
      return where.with.empty() ? "Out with the school" : "With " + where.with;
    case Place::out_expected:
      return where.back_by ? "Back expected " + local_hh_mm(*where.back_by) : "Back expected";
    case Place::on_site:
      return where.missing_since ? "Not seen in class" : "";
    case Place::out:
      return "";
  }
  return "";
}

void add_typed(const Visit& visit, const TypedRoll& typed, PupilId pupil, RollRow& row) {
  row.ticked = typed.here.contains(pupil);
  const auto with = typed.with.find(pupil);
  if (with != typed.with.end()) row.with = with->second;
  row.error = visit.frame.errors.of("with-" + row.id);
}

RollRow row_of_child(const reg::School& school, const reg::ChildAt& child,
                     const reg::RollSeen& seen) {
  RollRow row;
  row.id = std::to_string(child.pupil.number());
  const auto* pupil = school.pupil(child.pupil);
  row.name = pupil == nullptr ? "Child " + row.id : child_name(*pupil);
  row.note = place_note(child.where);
  row.wanted = reg::is_in(child.where.place);
  const auto found = seen.find(child.pupil);
  if (found == seen.end()) return row;
  const auto& decides = found->second.decides;
  row.ticked = reg::is_safe(decides.tick.said);
  row.known = row.ticked;
  row.said = said_words(decides);
  if (decides.tick.with) row.with = decides.tick.with->text();
  if (found->second.against) row.conflict = said_words(*found->second.against);
  return row;
}

std::vector<RollRow> rows_of(const RollFacts& facts, const std::vector<reg::ChildAt>& children) {
  std::vector<RollRow> rows;
  rows.reserve(children.size());
  for (const auto& child : children) {
    rows.push_back(row_of_child(*facts.school, child, facts.seen));
  }
  std::ranges::stable_sort(rows, {}, [](const RollRow& row) { return folded(row.name); });
  return rows;
}

RollClassView class_view(const RollFacts& facts, const reg::ClassRoll& roll) {
  RollClassView view{roll.class_name, rows_of(facts, roll.in), rows_of(facts, roll.elsewhere),
                     rows_of(facts, roll.out)};
  view.seen = static_cast<int>(std::ranges::count_if(view.in, &RollRow::ticked));
  return view;
}

void put_typed(const Visit& visit, const TypedRoll& typed, RollClassView& view) {
  if (view.name != typed.class_name) return;
  for (auto* rows : {&view.in, &view.elsewhere, &view.out}) {
    for (auto& row : *rows) {
      add_typed(visit, typed, PupilId(*whole_number(row.id)), row);
    }
  }
}

void add_sent(const RollFacts& facts, RollView& view) {
  std::set<reg::EventRef> back;
  for (const auto& fact : facts.told) {
    if (const auto* error = std::get_if<reg::TakenBack>(&fact.event)) back.insert(error->what);
  }
  for (const auto& fact : facts.told) {
    const auto* sent = std::get_if<reg::ClassSeen>(&fact.event);
    if (sent == nullptr || back.contains(fact.ref) || sent->what().at.ms < view.sent_ms) continue;
    view.sent_ms = sent->what().at.ms;
    view.sent = fmt::format("Register of {} sent {}", sent->what().class_name,
                            local_hh_mm(sent->what().at));
  }
}

void add_call(const RollFacts& facts, RollView& view) {
  if (facts.now) {
    const auto& step = facts.now->begun;
    view.call = facts.now->entry;
    view.real = step.kind == reg::RollKind::real;
    view.begun = fmt::format("Begun {} by {}", local_hh_mm(step.at), step.by.text());
    return;
  }
  if (facts.calls.empty() || !facts.calls.back().ended) return;
  const auto& call = facts.calls.back();
  const auto day = to_local(call.begun.at);
  if (!day || day->day.text() != view.day) return;
  view.last =
      fmt::format("{} begun {}, ended {} by {}.", roll_kind_words(call.begun.kind),
                  local_hh_mm(call.begun.at), local_hh_mm(call.ended->at), call.ended->by.text());
}

}  // namespace

std::string roll_kind_words(reg::RollKind kind) {
  return kind == reg::RollKind::real ? "Real roll call" : "Drill";
}

Result<std::vector<reg::ClassRoll>> read_class_rolls(store::Register& held,
                                                     const reg::School& school, SchoolDay day,
                                                     Instant at) {
  auto events = held.events(day);
  if (!events) return fail(events.error());
  auto told = held.told(day);
  if (!told) return fail(told.error());
  const reg::Presence presence({std::move(*events), std::move(*told)}, day, reg::presence_closes());
  std::vector<reg::RollPupil> roll;
  for (const auto& pupil : school.pupils) {
    if (pupil.on_roll(day)) roll.push_back({pupil.id, pupil.class_name});
  }
  return reg::roll_call(presence, roll, at);
}

Result<RollFacts> read_roll(const Visit& visit, store::Register& held) {
  RollFacts facts;
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  facts.school = *school;
  auto classes = read_class_rolls(held, **school, visit.today, visit.now);
  if (!classes) return fail(classes.error());
  facts.classes = std::move(*classes);
  auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  facts.told = std::move(*told);
  const auto notes = held.day_notes(visit.today.plus(-1), visit.today);
  if (!notes) return fail(notes.error());
  facts.calls = reg::held_roll_calls(*notes);
  const auto* running = reg::running(facts.calls);
  if (running == nullptr || running->begun.at < from_local(visit.today, {})) return facts;
  facts.now = *running;
  facts.seen = reg::merged(running->ticks);
  return facts;
}

std::vector<PupilId> missing_of(const std::vector<reg::ClassRoll>& classes,
                                const reg::RollSeen& seen) {
  std::vector<PupilId> missing;
  for (const auto& roll : classes) {
    for (const auto& child : roll.in) {
      const auto found = seen.find(child.pupil);
      const bool safe = found != seen.end() && reg::is_safe(found->second.decides.tick.said);
      if (!safe) missing.push_back(child.pupil);
    }
  }
  return missing;
}

RollView roll_view(const Visit& visit, const RollFacts& facts, const TypedRoll* typed) {
  RollView view;
  view.day = visit.today.text();
  view.date = visit.today.words();
  view.as_of = local_hh_mm(visit.now);
  if (facts.school->evacuating()) {
    const auto& said = facts.school->evacuations.back();
    view.doors = fmt::format("since {}, by {}", local_hh_mm(said.at), said.by.text());
  }
  add_call(facts, view);
  add_sent(facts, view);
  for (const auto& roll : facts.classes) {
    auto one = class_view(facts, roll);
    view.wanted += static_cast<int>(one.in.size());
    view.seen += one.seen;
    if (typed != nullptr) put_typed(visit, *typed, one);
    view.classes.push_back(std::move(one));
  }
  // The class of whoever asks comes first; all the others follow.
  const auto is_own = [&](const RollClassView& one) {
    return std::ranges::find(visit.who.classes, one.name) != visit.who.classes.end();
  };
  std::stable_partition(view.classes.begin(), view.classes.end(), is_own);
  return view;
}

}  // namespace handbell::office
