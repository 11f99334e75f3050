// What the files hold of the children's taps, read past the programs that wrote them.
#pragma once

#include "app/base/school_time.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/event_codec.h"
#include "app/journal/kiosk_identity.h"
#include "app/store/journal_file.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "running_school.h"

#include <algorithm>
#include <map>
#include <vector>

namespace handbell::chain {

/// A child that the screen greets by a name that no other child has.
struct Child {
  std::string card;
  PupilId pupil;
  std::string shown;  ///< "Immy A"
};

/// An arrival that some file holds.
struct KeptTap {
  SchoolDay day;
  PupilId pupil;
  std::uint64_t seq = 0;
  friend auto operator<=>(const KeptTap&, const KeptTap&) = default;
};

inline std::span<const std::uint8_t> bytes_in(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Children of Reception and up who are expected each day, by the door book of this kiosk.
inline std::vector<Child> children_of(const RunningSchool& school) {
  const auto identity = journal::parse_kiosk_identity(text_of(school.kiosk_folder() + "/kiosk.id"));
  const std::string bytes = text_of(school.kiosk_folder() + "/door.book");
  const auto book = journal::decode_door_book(bytes_in(bytes), identity.value().key).value();
  std::map<std::string, int> named;
  for (const auto& pupil : book.pupils) ++named[pupil.shown_name];
  std::vector<Child> children;
  for (const auto& card : demo_cards()) {
    const auto uid = CardNumber::parse(card).value();
    const auto* pupil = book.pupil_of(journal::hash_of_card(uid.bytes(), identity->card_key));
    if (pupil == nullptr || pupil->see_office || pupil->never_show || pupil->leaving) continue;
    // A result names siblings who are not in yet (D13): a name would not say who came.
    if (!pupil->family.empty()) continue;
    // Those who join in January are not everybody's yet.
    if (pupil->start > SchoolDay::parse("2025-12-19").value()) continue;
    const bool known = std::any_of(children.begin(), children.end(),
                                   [&](const Child& other) { return other.pupil == pupil->id; });
    if (known || named[pupil->shown_name] != 1 || reg::is_nursery(pupil->group)) continue;
    children.push_back({card, pupil->id, pupil->shown_name});
  }
  return children;
}

inline std::optional<KeptTap> tap_of(const reg::DoorEvent& event, std::uint64_t seq) {
  const auto* arrived = std::get_if<reg::Arrived>(&event);
  if (arrived == nullptr) return std::nullopt;
  return KeptTap{to_local(arrived->at.wall).value().day, arrived->pupil, seq};
}

/// The arrivals (later taps of the same card apart) in the journal of a kiosk that was ended.
inline std::vector<KeptTap> taps_in_journal(const RunningSchool& school) {
  CountedRandom random;
  const auto file = store::JournalFile::open(school.kiosk_folder() + "/journal.db", random);
  if (!file) {
    ADD_FAILURE() << sentence(file.error());
    return {};
  }
  std::vector<KeptTap> taps;
  const auto entries = (*file)->read_from(1, 1'000'000);
  if (!entries) ADD_FAILURE() << sentence(entries.error());
  for (const auto& entry : entries.value()) {
    if (entry.kind != journal::EntryKind::arrival) continue;
    taps.push_back(tap_of(journal::event_of(entry).value(), entry.seq).value());
  }
  std::sort(taps.begin(), taps.end());
  return taps;
}

/// All arrivals of these days in the register, with the running office beside.
inline std::vector<KeptTap> taps_in_register(const RunningSchool& school,
                                             const std::vector<SchoolDay>& days) {
  CountedRandom random;
  const auto file =
      store::RegisterFile::open_for_pages(school.site() + "/office/register.db", random);
  if (!file) {
    ADD_FAILURE() << sentence(file.error());
    return {};
  }
  std::vector<KeptTap> taps;
  for (const SchoolDay day : days) {
    const auto events = (*file)->events(day);
    if (!events) ADD_FAILURE() << sentence(events.error());
    for (const auto& seen : events.value()) {
      const auto tap = tap_of(seen.event, seen.ref.seq);
      if (tap && tap->day == day) taps.push_back(*tap);
    }
  }
  std::sort(taps.begin(), taps.end());
  return taps;
}

}  // namespace handbell::chain
