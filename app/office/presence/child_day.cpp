#include "app/office/presence/child_day.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/presence/group_form.h"
#include "app/office/presence/presence.h"
#include "app/office/presence/presence_words.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

constexpr Millis kToldTwice = minutes(2);

struct TimedFact {
  std::optional<Instant> at;
  ChildFact fact;
};

bool contains(const std::vector<PupilId>& children, PupilId pupil) {
  return std::ranges::find(children, pupil) != children.end();
}

/// The facts about one child, sorted by time; what has no time yet stands first.
class ChildFacts {
 public:
  ChildFacts(const Visit& visit, const PresenceDay& day, PupilId pupil)
      : visit_(visit), day_(day), pupil_(pupil), times_(day.facts.door) {
    for (const auto& fact : day.facts.people) {
      const auto* error = std::get_if<reg::TakenBack>(&fact.event);
      if (error != nullptr) back_.emplace(error->what, *error);
    }
    for (const auto& seen : day.facts.door) take_door(seen);
    for (const auto& fact : day.facts.people) {
      std::visit([&](const auto& event) { take(fact.ref, event); }, fact.event);
    }
    std::ranges::stable_sort(facts_, {}, &TimedFact::at);
  }

  [[nodiscard]] std::vector<ChildFact> sorted() && {
    std::vector<ChildFact> lines;
    for (auto& each : facts_) lines.push_back(std::move(each.fact));
    return lines;
  }

 private:
  ChildFact& add(const reg::EventRef& ref, const std::optional<Instant>& at, std::string what,
                 std::string by) {
    ChildFact fact;
    if (at) fact.time = local_hh_mm(*at);
    fact.what = std::move(what);
    fact.by = std::move(by);
    fact.entry = std::to_string(ref.seq);
    fact.journal = ref.journal;
    if (const auto back = back_.find(ref); back != back_.end()) {
      const auto& error = back->second;
      fact.back = fmt::format("Taken back at {} by {}: {}", local_hh_mm(error.at), error.by.text(),
                              error.reason);
    }
    facts_.push_back({at, std::move(fact)});
    return facts_.back().fact;
  }

  void add_door(const reg::EventRef& ref, const reg::DoorMoment& at, const std::string& what,
                const std::string& ready_reason = "another child used the card") {
    const auto time = times_.time_of(ref, at);
    const bool other_day = time && to_local(*time) && to_local(*time)->day != day_.day;
    if (other_day) return;
    auto& fact = add(ref, time, what, "Door");
    if (!times_.stands(ref) && fact.back.empty()) fact.back = "Taken back at the door: Not me";
    fact.ready_reason = ready_reason;
    fact.may_undo =
        fact.back.empty() && visit_.who.has_one_of({reg::Role::office, reg::Role::head});
  }

  void take_door(const reg::SeenEvent& seen) {
    const auto* came = std::get_if<reg::Arrived>(&seen.event);
    if (came != nullptr && came->pupil == pupil_) {
      add_door(seen.ref, came->at, door_event_words(*came));
    }
    const auto* passed = std::get_if<reg::Passed>(&seen.event);
    if (passed != nullptr && passed->pupil == pupil_) {
      add_door(seen.ref, passed->at, door_event_words(*passed));
    }
    const auto* gone = std::get_if<reg::DoorHandOver>(&seen.event);
    if (gone != nullptr && gone->pupil == pupil_) {
      add_door(seen.ref, gone->at, door_event_words(*gone), "typed in error");
    }
  }

  void take(const reg::EventRef& ref, const reg::ClassSeen& seen) {
    const auto& what = seen.what();
    const bool was_seen = contains(what.seen, pupil_);
    if (!was_seen && !contains(what.not_seen, pupil_)) return;
    add(ref, what.at,
        fmt::format("{} by the register of {}", was_seen ? "Seen" : "Not seen", what.class_name),
        what.by.text());
  }

  void take(const reg::EventRef& ref, const reg::GroupMovement& moved) {
    const auto& what = moved.what();
    if (!contains(what.list, pupil_)) return;
    auto& fact =
        add(ref, what.at,
            fmt::format("{} {}: {}", group_words(what), movement_verb(what.kind, what.direction),
                        contains(what.ticked, pupil_) ? "ticked" : "not ticked"),
            what.by.text());
    fact.address = fmt::format("/presence/moved?entry={}", ref.seq);
  }

  void take(const reg::EventRef& ref, const reg::SingleEntry& entry) {
    if (entry.pupil != pupil_) return;
    auto& fact = add(ref, entry.at, single_words(entry), entry.by.text());
    fact.ready_reason = "typed in error";
    fact.may_undo = fact.back.empty() && may_take_back(visit_.who, entry.by);
  }

  void take(const reg::EventRef& /*ref*/, const reg::TakenBack& /*error*/) {}

  const Visit& visit_;
  const PresenceDay& day_;
  PupilId pupil_;
  reg::DoorTimes times_;
  std::map<reg::EventRef, reg::TakenBack> back_;
  std::vector<TimedFact> facts_;
};

std::string doubt_of(const reg::Whereabouts& where) {
  if (where.missing_since) {
    return "The class did not see the child at " + local_hh_mm(*where.missing_since) + ".";
  }
  if (!where.not_ticked) return "";
  return fmt::format("Not ticked when {} moved at {}.", where.not_ticked->group,
                     local_hh_mm(where.not_ticked->at));
}

void read_leaving(const Visit& visit, const PresenceDay& day, reg::SingleEntry& entry,
                  FormErrors& errors) {
  if (const std::string with = visit.typed("left-with"); !with.empty()) {
    const auto adult = NamePart::parse(with);
    if (adult) {
      entry.handed_to = *adult;
    } else {
      errors.add("left-with", sentence(adult.error()));
    }
  }
  const std::string typed = visit.typed("left-back");
  if (typed.empty()) return;
  const auto time = TimeOfDay::parse(typed);
  if (!time) return errors.add("left-back", sentence(time.error()));
  entry.back_by = from_local(day.day, *time);
  if (*entry.back_by <= entry.at) errors.add("left-back", "Type a time after the child left.");
}

ChildTyped typed_of(const Visit& visit, const std::string& way) {
  return {visit.typed(way + "-time"),    visit.typed(way + "-with"),
          visit.typed(way + "-back"),    visit.typed(way + "-reason"),
          visit.typed(way + "-checked"), visit.typed(way + "-despite")};
}

void add_leaving(const Visit& visit, const LeavingLists& leaving, const reg::PupilRecord& pupil,
                 ChildDayView& view) {
  view.asks_who = asks_who_collects(leaving, pupil.id);
  view.leaves_alone = leaves_alone(leaving, pupil.id);
  view.may_answer_it = answers_for_restricted(visit.who);
  if (!view.may_answer_it) return;
  view.collect = collect_words(leaving.lists, pupil);
  // Where nobody at all is listed nothing is forbidden: a school may have entered no contacts.
  if (!view.leaves_alone) view.collect.warning.clear();
}

}  // namespace

ChildDayView child_day_view(const Visit& visit, const PresenceDay& day, const LeavingLists& leaving,
                            const reg::PupilRecord& pupil) {
  ChildDayView view;
  view.pupil = std::to_string(pupil.id.number());
  view.name = child_name(pupil);
  view.class_name = pupil.class_name;
  view.day = day.day.text();
  view.date = day.day.words();
  view.is_today = day.is_today;
  view.may_tell = may_tell_presence(visit.who);
  const auto where = day.where(pupil.id);
  const std::string company = company_words(where);
  view.where = place_words(where) + (company.empty() ? "" : ", " + company) + ".";
  view.doubt = doubt_of(where);
  view.previous = day.day.plus(-1).text();
  if (!day.is_today) view.next = day.day.plus(1).text();
  view.facts = ChildFacts(visit, day, pupil.id).sorted();
  view.seen = typed_of(visit, "seen");
  view.left = typed_of(visit, "left");
  add_leaving(visit, leaving, pupil, view);
  return view;
}

std::optional<reg::SingleEntry> typed_single(const Visit& visit, const PresenceDay& day,
                                             const reg::PupilRecord& pupil, FormErrors& errors) {
  const bool in = visit.typed("as") != "left";
  const std::string way = in ? "seen" : "left";
  reg::SingleEntry entry{
      pupil.id,        in ? reg::Direction::in : reg::Direction::out, day.at, {}, {}, "",
      visit.who.author};
  if (const auto at = typed_moment(visit, way + "-time", day.day, errors)) entry.at = *at;
  if (!in) read_leaving(visit, day, entry, errors);
  entry.reason = checked_text(visit.typed(way + "-reason"), way + "-reason", {}, errors);
  if (!errors.empty()) return std::nullopt;
  return entry;
}

bool single_told_already(const PresenceDay& day, const reg::SingleEntry& entry) {
  const auto back = taken_back_by_people(day.facts);
  return std::ranges::any_of(day.facts.people, [&](const reg::PresenceFact& fact) {
    const auto* told = std::get_if<reg::SingleEntry>(&fact.event);
    if (told == nullptr || back.contains(fact.ref)) return false;
    const bool near = entry.at - told->at < kToldTwice && told->at - entry.at < kToldTwice;
    reg::SingleEntry same = *told;
    same.at = entry.at;
    return near && same == entry;
  });
}

}  // namespace handbell::office
