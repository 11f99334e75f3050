// Random days: the order in which facts become known changes nothing, and a second model, which
// only moves names between lists as the day goes on, agrees about every child after every event.
#include "presence_day.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace handbell::reg {
namespace {

constexpr int kChildren = 6;

enum class Deed : int { tap, goes, goes_for_a_while, comes_back, class_looks, group, came, left };

/// Something that happened. `who` is a bit for each child; `ticked` counts within it.
struct Happening {
  Deed deed = Deed::tap;
  int who = 0;
  int ticked = 0;
  std::size_t group = 0;
  bool error = false;  ///< it is taken back later and never counts
  Instant at;
};

struct Way {
  GroupKind kind;
  Direction direction;
};

const std::vector<Way>& ways() {
  static const std::vector<Way> kWays{
      {GroupKind::breakfast_club, Direction::in},
      {GroupKind::trip, Direction::out},
      {GroupKind::trip, Direction::in},
      {GroupKind::transport, Direction::in},
      {GroupKind::transport, Direction::out},
      {GroupKind::nursery_session, Direction::out},
      {GroupKind::lunch, Direction::out},
      {GroupKind::lunch, Direction::in},
      {GroupKind::after_school_club, Direction::in},
      {GroupKind::home_time, Direction::out},
      {GroupKind::after_school_club, Direction::out},
  };
  return kWays;
}

Children chosen(int bits) {
  Children children;
  for (int i = 0; i < kChildren; ++i) {
    if ((bits >> i & 1) != 0) children.push_back(PupilId(i + 1));
  }
  return children;
}

PupilId one_of(const Happening& deed) { return PupilId(deed.who % kChildren + 1); }

std::vector<Happening> random_day() {
  std::vector<Happening> day;
  Instant now = at("07:30");
  const int count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    now = now + Millis{*rc::gen::inRange<std::int64_t>(1, 2'400'000)};
    Happening deed;
    deed.deed = static_cast<Deed>(*rc::gen::inRange(0, 8));
    deed.who = *rc::gen::inRange(0, 1 << kChildren);
    deed.ticked = *rc::gen::inRange(0, 1 << kChildren);
    deed.group = *rc::gen::inRange<std::size_t>(0, ways().size());
    deed.error = *rc::gen::inRange(0, 8) == 0;
    deed.at = now;
    if (now < at("23:00")) day.push_back(deed);
  }
  return day;
}

DoorMoment moment_of(Instant when) {
  DoorMoment moment_of;
  moment_of.wall = when;
  return moment_of;
}

EventRef tell_at_door(PresenceDay& day, const Happening& deed) {
  const std::string kiosk = deed.who % 2 == 0 ? "front" : "side";
  if (deed.deed == Deed::tap) {
    Arrived came;
    came.pupil = one_of(deed);
    came.at = moment_of(deed.at);
    return day.at_door(came, kiosk);
  }
  const std::string reason = deed.deed == Deed::goes_for_a_while ? "appointment" : "";
  const bool out = deed.deed != Deed::comes_back;
  return day.at_door(Passed{one_of(deed), moment_of(deed.at), out, reason}, kiosk);
}

PresenceEvent told_by_people(const Happening& deed) {
  if (deed.deed == Deed::class_looks) {
    const auto seen = chosen(deed.who & deed.ticked);
    const int count = static_cast<int>(seen.size());
    return *ClassSeen::from({"Owls", deed.at, seen, chosen(deed.who), count, office()});
  }
  if (deed.deed == Deed::group) {
    const Way& way = ways().at(deed.group);
    auto draft = movement(way.kind, way.direction, "12:00");
    draft.at = deed.at;
    return group(draft, chosen(deed.who), chosen(deed.who & deed.ticked));
  }
  const auto direction = deed.deed == Deed::came ? Direction::in : Direction::out;
  return SingleEntry{one_of(deed), direction, deed.at, {}, {}, "", office()};
}

PresenceDay told(const std::vector<Happening>& happenings) {
  PresenceDay day;
  for (const Happening& deed : happenings) {
    const bool door = deed.deed <= Deed::comes_back;
    const EventRef ref = door ? tell_at_door(day, deed) : day.by_people(told_by_people(deed));
    if (deed.error) day.take_back(ref, "22:00");
  }
  return day;
}

Presence presence_of(const PresenceFacts& facts) {
  return {facts, *SchoolDay::parse("2026-01-12"), *TimeOfDay::parse("18:00")};
}

/// The same facts in another order, some of them twice (D28).
PresenceFacts turned(PresenceFacts facts, unsigned seed) {
  std::mt19937 dice(seed);
  for (std::size_t i = 0; i < facts.door.size(); i += 3) {
    facts.door.push_back(SeenEvent(facts.door[i]));
  }
  for (std::size_t i = 0; i < facts.people.size(); i += 3) {
    facts.people.push_back(PresenceFact(facts.people[i]));
  }
  std::shuffle(facts.door.begin(), facts.door.end(), dice);
  std::shuffle(facts.people.begin(), facts.people.end(), dice);
  return facts;
}

RC_GTEST_PROP(PresenceRandom, the_order_in_which_facts_become_known_does_not_matter_D28, ()) {
  const auto happenings = random_day();
  const PresenceDay day = told(happenings);
  const Presence one = day.presence();
  const Presence other = presence_of(turned(day.facts(), *rc::gen::arbitrary<unsigned>()));
  for (const Happening& deed : happenings) {
    RC_ASSERT(one.everybody(deed.at) == other.everybody(deed.at));
    RC_ASSERT(at_the_door(one, deed.at) == at_the_door(other, deed.at));
  }
  RC_ASSERT(one.put_out_by_close(at("18:00")) == other.put_out_by_close(at("18:00")));
}

/// Facts of one and the same minute: nothing but their order of arrival could tell them apart.
RC_GTEST_PROP(PresenceRandom, nor_does_it_where_all_happened_in_the_same_minute_D28, ()) {
  auto happenings = random_day();
  for (Happening& deed : happenings) deed.at = at("10:00");
  const PresenceDay day = told(happenings);
  const Presence other = presence_of(turned(day.facts(), *rc::gen::arbitrary<unsigned>()));
  RC_ASSERT(day.presence().everybody(at("10:00")) == other.everybody(at("10:00")));
}

/// Four lists; who stands in none is out.
struct Lists {
  std::set<PupilId> on_site;
  std::set<PupilId> at_door;
  std::set<PupilId> with_school;
  std::set<PupilId> expected;
  std::set<PupilId> gone;  ///< left today, so that a card at the door says nothing new
  bool closed = false;

  void strike(PupilId child) {
    for (auto* list : {&on_site, &at_door, &with_school, &expected, &gone}) list->erase(child);
  }
  void put(std::set<PupilId>& list, PupilId child) {
    strike(child);
    list.insert(child);
  }
  [[nodiscard]] bool here(PupilId child) const {
    return on_site.contains(child) || at_door.contains(child);
  }

  void at_close() {
    closed = true;
    for (const PupilId child : expected) gone.insert(child);
    for (auto* list : {&on_site, &at_door, &with_school, &expected}) list->clear();
  }
  void card_in(PupilId child) {
    if (!here(child)) put(at_door, child);
  }
  void card_out(PupilId child, bool for_a_while) {
    const bool known = with_school.contains(child) || expected.contains(child);
    if (known || gone.contains(child)) return;
    put(for_a_while ? expected : gone, child);
  }
  void group_goes(const Happening& deed) {
    const Way& way = ways().at(deed.group);
    for (const PupilId child : chosen(deed.who & deed.ticked)) {
      if (way.direction == Direction::in) {
        put(on_site, child);
      } else if (way.kind == GroupKind::trip) {
        put(with_school, child);
      } else {
        put(way.kind == GroupKind::lunch ? expected : gone, child);
      }
    }
  }
  void happen(const Happening& deed) {
    if (deed.at > at("18:00") && !closed) at_close();
    if (deed.error) return;
    if (deed.deed == Deed::tap || deed.deed == Deed::comes_back) card_in(one_of(deed));
    if (deed.deed == Deed::goes) card_out(one_of(deed), false);
    if (deed.deed == Deed::goes_for_a_while) card_out(one_of(deed), true);
    if (deed.deed == Deed::came) put(on_site, one_of(deed));
    if (deed.deed == Deed::left) put(gone, one_of(deed));
    if (deed.deed == Deed::group) group_goes(deed);
    if (deed.deed != Deed::class_looks) return;
    for (const PupilId child : chosen(deed.who & deed.ticked)) put(on_site, child);
  }
  [[nodiscard]] Place place(PupilId child) const {
    if (on_site.contains(child)) return Place::on_site;
    if (at_door.contains(child)) return Place::at_door;
    if (with_school.contains(child)) return Place::elsewhere;
    return expected.contains(child) ? Place::out_expected : Place::out;
  }
};

RC_GTEST_PROP(PresenceRandom, the_second_model_agrees_about_every_child_after_every_event, ()) {
  const auto happenings = random_day();
  const PresenceDay day = told(happenings);
  const Presence presence = presence_of(turned(day.facts(), *rc::gen::arbitrary<unsigned>()));
  Lists lists;
  for (const Happening& deed : happenings) {
    lists.happen(deed);
    for (const PupilId child : chosen(-1)) {
      RC_ASSERT(presence.where(child, deed.at).place == lists.place(child));
    }
  }
}

RC_GTEST_PROP(PresenceRandom, the_close_names_exactly_those_who_were_still_with_the_school, ()) {
  Lists lists;
  const auto happenings = random_day();
  for (const Happening& deed : happenings) {
    if (deed.at <= at("18:00")) lists.happen(deed);
  }
  std::set<PupilId> left_over;
  for (const auto* list : {&lists.on_site, &lists.at_door, &lists.with_school}) {
    left_over.insert(list->begin(), list->end());
  }
  std::set<PupilId> named;
  for (const ChildAt& child : told(happenings).presence().put_out_by_close(at("22:00"))) {
    named.insert(child.pupil);
  }
  RC_ASSERT(named == left_over);
}

RC_GTEST_PROP(PresenceRandom, nobody_is_in_twice_and_nobody_is_forgotten_D29, ()) {
  const auto happenings = random_day();
  const Presence presence = told(happenings).presence();
  const std::vector<RollPupil> roll{{kAmira, "Owls"}, {kBen, "Owls"}, {kCara, "Ducks"}};
  for (const Happening& deed : happenings) {
    std::multiset<PupilId> named;
    for (const ClassRoll& sheet : roll_call(presence, roll, deed.at)) {
      for (const auto* list : {&sheet.in, &sheet.elsewhere, &sheet.out}) {
        for (const ChildAt& child : *list) named.insert(child.pupil);
      }
    }
    for (const PupilId child : chosen(-1)) {
      const Place place = presence.where(child, deed.at).place;
      const bool away = place == Place::out || place == Place::out_expected;
      const bool on_roll = child <= kCara;
      RC_ASSERT(named.count(child) == (on_roll || !away ? 1U : 0U));
    }
  }
}

}  // namespace
}  // namespace handbell::reg
