// Events without a time of their own, in the twin without a disk: on which day each of them counts.
#include "app/base/school_time.h"
#include "app/store/memory_register.h"
#include "app/store/untimed.h"

#include <algorithm>
#include <set>

namespace handbell::store {

Result<std::optional<SchoolDay>> MemoryRegister::day_counted(const reg::EventRef& ref) {
  return day_of_event(ref);
}

bool MemoryRegister::is_spoken_of_on(const reg::EventRef& ref, SchoolDay day) const {
  std::vector<reg::PresenceFact> facts;
  for (const auto& [of, fact] : told_) {
    if (of == day) facts.push_back(fact);
  }
  std::vector<reg::ReleaseGiven> answers;
  for (const auto& [of, given] : releases_) {
    if (of == day) answers.push_back(given);
  }
  return is_spoken_of(ref, facts, answers);
}

MemoryRegister::Days MemoryRegister::untimed_days(const journal::HistoryId& history,
                                                  const Held& held) const {
  const auto name = to_hex(history);
  std::vector<reg::SeenEvent> clocks;
  for (std::size_t i = 0; i < held.events.size(); ++i) {
    const bool clock = std::holds_alternative<reg::ClockKnown>(held.events[i]);
    if (clock && held.entries[i].salt)
      clocks.push_back({{name, held.entries[i].seq}, held.events[i]});
  }
  const reg::DoorTimes times(clocks);
  Days days;
  for (std::size_t i = 0; i < held.events.size(); ++i) {
    const auto& entry = held.entries[i];
    const bool clock = std::holds_alternative<reg::ClockKnown>(held.events[i]);
    if (clock || !entry.salt || day_of(held.events[i], entry.at)) continue;
    const reg::SeenEvent seen{{name, entry.seq}, held.events[i]};
    const SchoolDay received = to_local(held.received[i])->day;
    const auto own = day_happened(seen, times);
    days.emplace(i, own && !is_spoken_of_on(seen.ref, received) ? *own : received);
  }
  return days;
}

void MemoryRegister::add_untimed(SchoolDay day, std::vector<reg::SeenEvent>& seen) const {
  for (const auto& [history, held] : journals_) {
    std::set<std::uint64_t> boots;
    for (const auto& [place, of] : untimed_days(history, held)) {
      if (of != day) continue;
      seen.push_back({{to_hex(history), held.entries[place].seq}, held.events[place]});
      boots.insert(boot_of(held.events[place]));
    }
    for (std::size_t i = 0; i < held.events.size(); ++i) {
      const bool clock = std::holds_alternative<reg::ClockKnown>(held.events[i]);
      if (!clock || !held.entries[i].salt || !boots.contains(boot_of(held.events[i]))) continue;
      seen.push_back({{to_hex(history), held.entries[i].seq}, held.events[i]});
    }
  }
}

}  // namespace handbell::store
