#include "drivers/card/presence.h"

#include <algorithm>

namespace handbell::card {

std::vector<ReaderEvent> Presence::looked(const std::vector<CardNumber>& found, Steady at) {
  std::vector<ReaderEvent> events;
  const bool still = there_ && std::find(found.begin(), found.end(), *there_) != found.end();
  if (still) {
    misses_ = 0;
    const bool second = found.size() > 1;
    if (second && !told_of_second_) events.emplace_back(ManyCards{});
    told_of_second_ = second;
    return events;
  }
  // Another card alone: the first has made room for it.
  if (there_ && (!found.empty() || ++misses_ >= kMissesToGone)) {
    events.emplace_back(CardGone{*there_, at});
    there_.reset();
  }
  if (there_ || found.empty()) return events;
  there_ = found.front();
  misses_ = 0;
  told_of_second_ = found.size() > 1;
  events.emplace_back(CardSeen{*there_, at});
  if (told_of_second_) events.emplace_back(ManyCards{});
  return events;
}

}  // namespace handbell::card
