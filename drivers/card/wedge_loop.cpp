#include "drivers/card/wedge_loop.h"

#include <algorithm>

namespace handbell::card {

namespace {

constexpr Millis kWedgeQuiet{1000};
constexpr Millis kWedgeBeatEvery{500};
constexpr Millis kOpenEvery{500};
constexpr Millis kWedgeAskedEvery{100};

/// A number that was typed is no card to speak to.
class NoTalk final : public CardTalk {
 public:
  Status open(const CardNumber& card) override { return fail(FaultCode::card_mute, card.masked()); }
  Result<Bytes> exchange(const Bytes& /*command*/, Millis /*wait*/) override {
    return fail(FaultCode::card_left, "");
  }
  void close() override {}
};

}  // namespace

WedgeLoop::WedgeLoop(WedgeName name, WedgeOpener opener, LoopHands hands)
    : name_(std::move(name)),
      opener_(std::move(opener)),
      hands_(std::move(hands)),
      decoder_(name_.format),
      relay_(hands_, [this] { beat(); }) {}

void WedgeLoop::run() {
  NoTalk nobody;
  while (heard_) {
    beat();
    (void)relay_.serve(nobody);
    if (port_) {
      turn();
    } else {
      open();
    }
  }
}

void WedgeLoop::open() {
  auto opened = opener_(name_.path);
  if (opened) {
    port_ = std::move(*opened);
    return set_news({ReaderState::ready});
  }
  set_news(opened.error());
  hands_.sleep(kOpenEvery);
  const Steady now = hands_.now();
  if (there_ && now - typed_ >= kGoneAfter) leave(now);
}

Millis WedgeLoop::wedge_wait() const {
  const Steady now = hands_.now();
  Millis wait = decoder_.wait(now).value_or(kWedgeQuiet);
  if (there_) wait = std::min(wait, kGoneAfter - (now - typed_));
  if (there_ && hands_.asked) wait = std::min(wait, kWedgeAskedEvery);
  return std::max(wait, Millis{0});
}

void WedgeLoop::turn() {
  const auto heard = port_->hear(wedge_wait());
  const Steady now = hands_.now();
  if (!heard) {
    // Whoever holds a card to it right after it was plugged in is read.
    if (decoder_.begun()) decoder_.missed(now);
    port_.reset();
    return set_news({ReaderState::missing});
  }
  if (heard->missed) decoder_.missed(now);
  for (const WedgeKey& key : heard->keys) {
    if (const auto card = decoder_.press(key)) take(*card, key.at);
  }
  if (const auto card = decoder_.silence(now)) take(*card, now);
  if (there_ && now - typed_ >= kGoneAfter) leave(now);
}

void WedgeLoop::take(const CardNumber& card, Steady typed) {
  const Steady at = decoder_.first_key();
  if (there_ && *there_ != card) leave(at);
  typed_ = typed;
  if (there_) return;
  there_ = card;
  tell(CardSeen{card, at});
}

void WedgeLoop::leave(Steady at) {
  const CardNumber card = *there_;
  there_.reset();
  tell(CardGone{card, at});
}

void WedgeLoop::beat() {
  const Steady now = hands_.now();
  if (now - last_beat_ < kWedgeBeatEvery) return;
  last_beat_ = now;
  heard_ = hands_.tell(Beat{}) && heard_;
}

void WedgeLoop::tell(const ReaderEvent& event) { heard_ = hands_.tell(event) && heard_; }

void WedgeLoop::set_news(const ReaderNews& news) {
  if (news == news_) return;
  news_ = news;
  tell(news);
}

}  // namespace handbell::card
