#include "app/office/take/take_row.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/register/presence_lists.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Place;

std::string at_words(const std::optional<Instant>& at, std::string_view known,
                     std::string_view unknown) {
  return at ? fmt::format("{} {}", known, local_hh_mm(*at)) : std::string(unknown);
}

TakeNote unseen_note(const reg::ClassChild& child, Instant now) {
  const auto& since = child.where.since;
  const bool red = !since || now - *since >= reg::kUnseenTooLong || child.where.missing_since;
  return {at_words(since, "At the door", "At the door, time not known") + ", not yet seen",
          red ? "red" : "amber"};
}

std::string expected_words(const reg::Whereabouts& where) {
  return where.back_by ? ", expected " + local_hh_mm(*where.back_by) : "";
}

void add_place(const reg::ClassChild& child, Instant now, TakeRow& row) {
  const auto& where = child.where;
  if (reg::is_unseen(child)) row.notes.push_back(unseen_note(child, now));
  if (!reg::is_gone(child)) return;
  const std::string since = local_hh_mm(*where.since);
  if (where.place == Place::elsewhere) {
    row.notes.push_back({"Out with the school" + expected_words(where), "blue"});
  } else if (where.place == Place::out_expected) {
    row.notes.push_back({fmt::format("Out since {}{}", since, expected_words(where)), "blue"});
  } else {
    row.notes.push_back({"Left at " + since, "blue"});
  }
}

/// A late child whom somebody saw since, and one whom the door saw otherwise than the class.
void add_arrival(const reg::ClassChild& child, TakeRow& row) {
  if (!child.arrival || reg::is_unseen(child)) return;
  const auto& judgement = child.arrival->judgement;
  const std::string came = "Came " + local_hh_mm(child.arrival->first_contact);
  if (judgement.outcome == reg::Outcome::conflict_present_mark) {
    row.notes.push_back({came + ": the register says otherwise, the office settles it", "amber"});
  } else if (judgement.minutes_late || reg::said_by(child.mark) == reg::InClass::late) {
    row.notes.push_back({came});
  }
}

/// What others entered, as far as a class may know of it.
void add_mark(const reg::ClassChild& child, const reg::DoorAppointment* appointment, TakeRow& row) {
  if (reg::is_away_known(child)) {
    const bool back = appointment != nullptr && appointment->back_at;
    const std::string expected = back ? ", expected " + appointment->back_at->hh_mm() : "";
    return row.notes.push_back({"Away, known" + expected, "blue"});
  }
  const auto said = reg::said_by(child.mark);
  const bool others = said && (reg::stays(child) || child.mark->what.code.gives_way()) &&
                      child.mark->what.source != reg::kClassRegister;
  if (!others) return;
  row.notes.push_back({fmt::format(
      "{} by {}",
      *said == reg::InClass::not_here ? "Marked not here" : "Marked " + stands_words(*said),
      child.mark->what.by.text())});
}

/// Who goes during the lesson; not what for (D48).
void add_appointment(const reg::ClassChild& child, const reg::DoorAppointment* appointment,
                     TakeRow& row) {
  const bool goes = appointment != nullptr && appointment->leaves && !reg::is_away_known(child) &&
                    !reg::is_gone(child);
  if (!goes) return;
  std::string words = reg::appointment_words(*appointment);
  words.front() = 'L';
  row.notes.push_back({words, "blue"});
}

}  // namespace

TakeRow row_of(const TakeFacts& facts, const reg::ClassChild& child, Instant now) {
  TakeRow row;
  row.id = std::to_string(child.pupil.number());
  row.name = child_name(*facts.school->pupil(child.pupil));
  if (!child.expected) row.notes.push_back({"Not expected this session"});
  const auto* appointment =
      reg::appointment_of(facts.appointments, child.pupil, facts.taken.session.day);
  add_mark(child, appointment, row);
  add_appointment(child, appointment, row);
  add_place(child, now, row);
  add_arrival(child, row);
  row.unseen = reg::is_unseen(child);
  return row;
}

std::string doubt_words(reg::Doubt doubt) {
  switch (doubt) {
    case reg::Doubt::not_said:
      return "No mark yet";
    case reg::Doubt::unseen:
      return "Nobody has seen this child yet: look";
    case reg::Doubt::away_but_here:
      return "Away, known, but marked as here";
    case reg::Doubt::gone_but_here:
      return "Left school, but marked as here";
    case reg::Doubt::door_saw:
      return "Came to the door, but marked as not here";
  }
  return "";
}

}  // namespace handbell::office
