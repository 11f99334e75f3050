#include "app/office/today/staff_notes.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/register/door_reason.h"
#include "app/register/door_times.h"
#include "app/register/staff_card_holders.h"

#include <algorithm>
#include <map>

namespace handbell::office {

namespace {

bool by_staff(const reg::SeenEvent& seen) {
  const auto* given = std::get_if<reg::ReasonGiven>(&seen.event);
  return (given != nullptr && given->by) || std::holds_alternative<reg::PinRefused>(seen.event) ||
         std::holds_alternative<reg::StaffRefused>(seen.event) ||
         std::holds_alternative<reg::DoorHandOver>(seen.event);
}

/// The true reason: the screen at the door said the same of each.
struct RefusedWords {
  const char* words;
  bool urgent;
};
RefusedWords words_for(reg::WhyRefused why) {
  switch (why) {
    case reg::WhyRefused::uid_only:
      return {"released no child: only its number was shown, and no card that proves itself.",
              true};
    case reg::WhyRefused::not_proven:
      return {"released no child: it did not prove itself. It may be a copy.", true};
    case reg::WhyRefused::wrong_pin:
      return {"released no child: the PIN was wrong.", true};
    case reg::WhyRefused::wait:
      return {"released no child: it was tried again too soon after wrong PINs.", true};
    case reg::WhyRefused::left:
      return {"released no child: it was taken off the reader too soon.", false};
    case reg::WhyRefused::no_key:
      return {"released no child: this kiosk has not got the key of that card.", false};
    case reg::WhyRefused::restricted:
      break;
  }
  return {"released no child: whoever is asked for goes from the office alone.", false};
}

class Notes {
 public:
  Notes(const TodayFacts& facts, const reg::HashOfCard& hash)
      : facts_(facts), times_(facts.of_day.events), holders_(facts.school, facts.members, hash) {
    for (const auto& seen : facts.of_day.events) by_ref_.emplace(seen.ref, &seen.event);
  }

  void take(const reg::SeenEvent& seen) {
    if (const auto* refused = std::get_if<reg::PinRefused>(&seen.event)) {
      const auto at = times_.time_of(seen.ref, refused->at);
      add(at, {card_of(refused->card, at), "", "had three wrong PINs at the door.", true});
    }
    if (const auto* refused = std::get_if<reg::StaffRefused>(&seen.event)) {
      const auto at = times_.time_of(seen.ref, refused->at);
      const auto [words, urgent] = words_for(refused->why);
      add(at, {card_of(refused->card, at), "", words, urgent});
    }
    const auto* given = std::get_if<reg::ReasonGiven>(&seen.event);
    if (given == nullptr || !given->by) return;
    const auto at = times_.time_of(seen.ref, given->at);
    const std::string words = "was taken back at the door by " + holders_.whose(*given->by, at) +
                              ": " + reg::words_of_reason(given->reason) + ".";
    for (const auto seq : given->of) add(at, {who_came({seen.ref.journal, seq}), "", words, false});
  }

  /// Those that nobody took back.
  void take(const DoorGoing& going) {
    const auto& door = *going.release.at_door;
    const auto* pupil = facts_.school.pupil(door.what.pupil);
    if (pupil == nullptr) return;
    add(door.at, {child_and_class(*pupil), "", "was h" + going_words(going).substr(1), false});
  }

  [[nodiscard]] std::vector<TimedNote> taken() && { return std::move(notes_); }

 private:
  [[nodiscard]] std::string card_of(const reg::CardHash& card,
                                    const std::optional<Instant>& at) const {
    const std::string whose = holders_.whose(card, at);
    return whose == reg::kUnknownStaffCard ? "A" + whose.substr(1) : whose + "'s card";
  }

  void add(const std::optional<Instant>& at, NoteLine note) {
    if (at) note.when = local_hh_mm(*at);
    notes_.push_back({at.value_or(facts_.now), std::move(note)});
  }

  template <class Event>
  [[nodiscard]] const Event* event(const reg::EventRef& ref) const {
    const auto found = by_ref_.find(ref);
    return found == by_ref_.end() ? nullptr : std::get_if<Event>(found->second);
  }

  [[nodiscard]] std::string who_came(const reg::EventRef& withdrawal) const {
    const auto* back = event<reg::Withdrawn>(withdrawal);
    const auto* came =
        back == nullptr ? nullptr : event<reg::Arrived>({withdrawal.journal, back->seq});
    const auto* pupil = came == nullptr ? nullptr : facts_.school.pupil(came->pupil);
    return pupil == nullptr ? "An arrival" : child_and_class(*pupil);
  }

  const TodayFacts& facts_;
  reg::DoorTimes times_;
  reg::StaffCardHolders holders_;
  std::map<reg::EventRef, const reg::DoorEvent*> by_ref_;
  std::vector<TimedNote> notes_;
};

}  // namespace

std::vector<TimedNote> staff_notes(const TodayFacts& facts, const reg::HashOfCard& hash) {
  if (std::ranges::none_of(facts.of_day.events, by_staff)) return {};
  Notes notes(facts, hash);
  for (const auto& seen : facts.of_day.events) notes.take(seen);
  for (const auto& going : facts.of_day.goings) notes.take(going);
  return std::move(notes).taken();
}

}  // namespace handbell::office
