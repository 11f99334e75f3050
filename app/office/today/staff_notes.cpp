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
  return (given != nullptr && given->by) || std::holds_alternative<reg::PinRefused>(seen.event);
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
      std::string whose = holders_.whose(refused->card, at);
      whose = whose == reg::kUnknownStaffCard ? "A" + whose.substr(1) : whose + "'s card";
      add(at, {std::move(whose), "", "had three wrong PINs at the door.", true});
    }
    const auto* given = std::get_if<reg::ReasonGiven>(&seen.event);
    if (given == nullptr || !given->by) return;
    const auto at = times_.time_of(seen.ref, given->at);
    const std::string words = "was taken back at the door by " + holders_.whose(*given->by, at) +
                              ": " + reg::words_of_reason(given->reason) + ".";
    for (const auto seq : given->of) add(at, {who_came({seen.ref.journal, seq}), "", words, false});
  }

  [[nodiscard]] std::vector<TimedNote> taken() && { return std::move(notes_); }

 private:
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
  return std::move(notes).taken();
}

}  // namespace handbell::office
