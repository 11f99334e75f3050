#include "app/journal/sender.h"

#include <algorithm>

namespace handbell::journal {

namespace {

constexpr Millis kGreeting{15'000};
constexpr std::int64_t kFirstWait = 500;
constexpr std::int64_t kLongestWait = 60'000;
constexpr unsigned kMostDoublings = 7;
constexpr Millis kAfterRefusal{15'000};

}  // namespace

Steady Sender::due_at(std::uint64_t newest) const {
  const bool waiting = newest > received_;
  if (failures_ > 0 || waiting) return next_try_;
  return std::max(next_try_, next_greeting_);
}

bool Sender::is_due(Steady now, std::uint64_t newest) const { return now >= due_at(newest); }

void Sender::answered(Steady now, const SyncAnswer& answer) {
  received_ = answer.received;
  failures_ = 0;
  // Invariant: an office that refuses is not asked again in a tight loop.
  next_try_ = answer.fault.empty() ? now : now + kAfterRefusal;
  next_greeting_ = now + kGreeting;
}

void Sender::failed(Steady now, std::uint32_t chance) {
  const std::int64_t wait =
      std::min(kLongestWait, kFirstWait << std::min(failures_, kMostDoublings));
  ++failures_;
  const std::int64_t quarter = wait / 4;
  next_try_ = now + Millis{wait - quarter + static_cast<std::int64_t>(chance) % (2 * quarter + 1)};
}

}  // namespace handbell::journal
