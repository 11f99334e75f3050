#include "app/register/door_book.h"

#include <algorithm>

namespace handbell::reg {

const DoorPupil* DoorBook::pupil(PupilId id) const {
  const auto at =
      std::lower_bound(pupils.begin(), pupils.end(), id,
                       [](const DoorPupil& p, PupilId wanted) { return p.id < wanted; });
  return at != pupils.end() && at->id == id ? &*at : nullptr;
}

const DoorPupil* DoorBook::pupil_of(const CardHash& card) const {
  const auto at = cards.find(card);
  return at == cards.end() ? nullptr : pupil(at->second);
}

const std::string* DoorBook::family_of(const CardHash& card) const {
  const auto at = family_cards.find(card);
  return at == family_cards.end() ? nullptr : &at->second;
}

const StaffCard* DoorBook::staff_card(const CardHash& card) const {
  const auto at = std::ranges::find(staff_cards, card, &StaffCard::card);
  return at == staff_cards.end() ? nullptr : &*at;
}

std::string DoorBook::picture_of(const std::string& class_name) const {
  const auto at = pictures.find(class_name);
  return at == pictures.end() ? std::string() : at->second;
}

ArrivalFacts DoorBook::facts(const DoorPupil& pupil, SessionId session, TimeOfDay first_contact,
                             bool clock_trusted) const {
  ArrivalFacts known;
  known.session = session;
  known.first_contact = first_contact;
  known.window = times.window(pupil.group, session);
  known.day = calendar.state(session.day, text_of(pupil.group), pupil.class_name);
  known.on_roll = pupil.on_roll(session.day);
  known.clock_trusted = clock_trusted;
  known.expected = pupil.pattern.expects(session);
  for (const auto& [when, plan] : pupil.plans) {
    if (when == session) known.planned = plan;
  }
  return known;
}

void add_appointments(DoorBook& book, const std::vector<Appointment>& appointments) {
  for (auto& pupil : book.pupils) {
    for (const auto& one : appointments) {
      if (one.pupil == pupil.id) pupil.appointments.push_back(one.what);
    }
  }
}

}  // namespace handbell::reg
