#include "drivers/card/presence.h"

#include <algorithm>

namespace handbell::card {

namespace {

constexpr Millis kTellAgain{1000};

}  // namespace

bool is_passing(const CardNumber& card) {
  constexpr std::uint8_t kPassing = 0x08;
  return card.bytes().size() == 4 && card.bytes().front() == kPassing;
}

bool same_card(const CardNumber& a, const CardNumber& b) {
  return a == b || (is_passing(a) && is_passing(b));
}

std::vector<ReaderEvent> Presence::looked(const std::vector<CardNumber>& found, Steady at) {
  const auto is_there = [&](const CardNumber& card) { return same_card(card, *there_); };
  std::vector<ReaderEvent> events;
  if (there_ && std::any_of(found.begin(), found.end(), is_there)) {
    const auto second = std::find_if_not(found.begin(), found.end(), is_there);
    const bool told = second_.has_value();
    misses_ = 0;
    if (second != found.end()) {
      second_ = *second;
      misses_of_second_ = 0;
      if (!told || at - told_of_second_ >= kTellAgain) tell_of_second(events, at);
    } else if (told && ++misses_of_second_ >= kMissesToGone) {
      second_.reset();
    }
    return events;
  }
  if (there_ && ++misses_ < kMissesToGone && (found.empty() || hides_for_a_moment(found))) {
    return events;
  }
  events = lost(at);
  if (found.empty()) return events;
  there_ = found.front();
  events.emplace_back(CardSeen{*there_, at});
  if (found.size() > 1) {
    second_ = found.back();
    tell_of_second(events, at);
  }
  return events;
}

void Presence::tell_of_second(std::vector<ReaderEvent>& events, Steady at) {
  told_of_second_ = at;
  events.emplace_back(ManyCards{});
}

bool Presence::hides_for_a_moment(const std::vector<CardNumber>& found) const {
  return second_ && std::all_of(found.begin(), found.end(),
                                [&](const CardNumber& card) { return same_card(card, *second_); });
}

std::vector<ReaderEvent> Presence::lost(Steady at) {
  std::vector<ReaderEvent> events;
  if (there_) events.emplace_back(CardGone{*there_, at});
  there_.reset();
  second_.reset();
  misses_ = 0;
  misses_of_second_ = 0;
  return events;
}

}  // namespace handbell::card
