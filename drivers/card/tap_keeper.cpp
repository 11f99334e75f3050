#include "drivers/card/tap_keeper.h"

#include "drivers/card/presence.h"

namespace handbell::card {

namespace {

constexpr Millis kTapEnds{5000};
/// A child that works finds a card that lies there within some 50 ms.
constexpr Millis kFoundWithin{500};

}  // namespace

std::vector<ReaderEvent> TapKeeper::told(const ReaderEvent& event, Steady at) {
  std::vector<ReaderEvent> events;
  if (const auto* seen = std::get_if<CardSeen>(&event)) {
    const bool again = there_ && unsure_ && same_card(*there_, seen->card);
    unsure_ = false;
    if (again) return events;
    events = lost(seen->at);
    there_ = seen->card;
    events.emplace_back(event);
  } else if (const auto* gone = std::get_if<CardGone>(&event)) {
    if (there_ && same_card(*there_, gone->card)) events = lost(gone->at);
  } else {
    events.push_back(event);
  }
  heard_ = at;
  return events;
}

std::vector<ReaderEvent> TapKeeper::alive(bool ready, Steady at) {
  const bool too_long = unsure_ && at - heard_ > kTapEnds;
  if (!unsure_) heard_ = at;
  if (!ready) return too_long ? lost(at) : std::vector<ReaderEvent>{};
  if (!ready_since_) ready_since_ = at;
  const bool left = unsure_ && at - *ready_since_ > kFoundWithin;
  return too_long || left ? lost(at) : std::vector<ReaderEvent>{};
}

void TapKeeper::ended() {
  unsure_ = there_.has_value();
  ready_since_.reset();
}

std::vector<ReaderEvent> TapKeeper::lost(Steady at) {
  unsure_ = false;
  if (!there_) return {};
  const CardGone gone{*there_, at};
  there_.reset();
  return {gone};
}

}  // namespace handbell::card
