#include "presence_day.h"

#include "app/base/school_time.h"

#include "worked_examples.h"

#include <array>

namespace handbell::reg {

namespace {

const SchoolDay kPresenceDay = *SchoolDay::parse("2026-01-12");

DoorMoment moment(const std::string& time) {
  DoorMoment at_door;
  at_door.wall = at(time);
  return at_door;
}

std::string name_of(PupilId child) {
  static const std::array<std::string, 7> kNames{"", "Amira", "Ben", "Cara", "Dev", "Ella", "Finn"};
  return kNames.at(static_cast<std::size_t>(child.number()));
}

std::string in_words(const Whereabouts& where) {
  switch (where.place) {
    case Place::out:
      return "out";
    case Place::out_expected:
      return "out, back expected";
    case Place::at_door:
      return "at the door";
    case Place::on_site:
      return "on site";
    case Place::elsewhere:
      return "elsewhere with " + where.with;
  }
  return "";
}

std::string in_list(const std::string& title, const std::vector<ChildAt>& children) {
  return children.empty() ? "" : " " + title + ": " + names(children);
}

/// Amira, Ben and Cara are Owls; Dev and Ella in the nursery; Finn is on nobody's roll.
std::vector<RollPupil> roll() {
  return {{kElla, "Ducks"}, {kCara, "Owls"}, {kAmira, "Owls"}, {kDev, "Ducks"}, {kBen, "Owls"}};
}

}  // namespace

Instant at(const std::string& time) { return from_local(kPresenceDay, example_time(time)); }

Author office() { return *Author::parse("Mrs Oduya, Office"); }

MovementDraft movement(GroupKind kind, Direction direction, const std::string& time) {
  return {kind, direction, std::string(words_for(kind)), at(time), {}, {}, {}, {}, office()};
}

GroupMovement group(MovementDraft draft, Children list, Children ticked) {
  draft.list = std::move(list);
  draft.ticked = std::move(ticked);
  if (draft.kind == GroupKind::trip) draft.in_charge = *NamePart::parse("Miss Lund");
  return *GroupMovement::from(std::move(draft));
}

std::string names(const std::vector<ChildAt>& children) {
  std::string text;
  for (const ChildAt& child : children) {
    if (!text.empty()) text += " ";
    text += name_of(child.pupil);
    if (child.where.place == Place::at_door) text += "(door)";
  }
  return text;
}

EventRef PresenceDay::at_door(DoorEvent event, const std::string& kiosk) {
  EventRef ref{kiosk, ++seq_};
  facts_.door.push_back({ref, std::move(event)});
  return ref;
}

EventRef PresenceDay::by_people(PresenceEvent event) {
  EventRef ref{"office", ++seq_};
  facts_.people.push_back({ref, std::move(event)});
  return ref;
}

EventRef PresenceDay::tap(PupilId child, const std::string& time, const std::string& kiosk) {
  Arrived came;
  came.pupil = child;
  came.at = moment(time);
  return at_door(came, kiosk);
}

EventRef PresenceDay::goes(PupilId child, const std::string& time, const std::string& reason) {
  return at_door(Passed{child, moment(time), true, reason});
}

EventRef PresenceDay::comes_back(PupilId child, const std::string& time) {
  return at_door(Passed{child, moment(time), false, ""});
}

void PresenceDay::not_me(const EventRef& ref, const std::string& time) {
  at_door(Withdrawn{ref.seq, moment(time)}, ref.journal);
}

EventRef PresenceDay::register_sent(const std::string& class_name, const std::string& time,
                                    Children seen, Children not_seen) {
  const int count = static_cast<int>(seen.size());
  return by_people(*ClassSeen::from(
      {class_name, at(time), std::move(seen), std::move(not_seen), count, office()}));
}

EventRef PresenceDay::moved(GroupMovement movement) { return by_people(std::move(movement)); }

EventRef PresenceDay::came(PupilId child, const std::string& time) {
  return by_people(SingleEntry{child, Direction::in, at(time), {}, {}, "", office()});
}

EventRef PresenceDay::left(PupilId child, const std::string& time, const std::string& reason,
                           const std::string& back_by) {
  SingleEntry entry{child, Direction::out, at(time), {}, {}, reason, office()};
  if (!back_by.empty()) entry.back_by = at(back_by);
  return by_people(std::move(entry));
}

EventRef PresenceDay::handed_over(PupilId child, const std::string& to, const std::string& time) {
  return by_people(
      SingleEntry{child, Direction::out, at(time), *NamePart::parse(to), {}, "", office()});
}

void PresenceDay::take_back(const EventRef& ref, const std::string& time) {
  by_people(TakenBack{ref, at(time), "an error", office()});
}

Presence PresenceDay::presence() const {
  return {facts_, kPresenceDay, *TimeOfDay::parse("18:00")};
}

std::string PresenceDay::where(PupilId child, const std::string& time) const {
  return in_words(presence().where(child, at(time)));
}

std::string PresenceDay::roll_call(const std::string& time) const {
  std::string text;
  for (const ClassRoll& list : reg::roll_call(presence(), roll(), at(time))) {
    text += list.class_name.empty() ? "No roll" : list.class_name;
    text += in_list("in", list.in) + in_list("elsewhere", list.elsewhere);
    text += in_list("out", list.out) + "\n";
  }
  return text;
}

}  // namespace handbell::reg
