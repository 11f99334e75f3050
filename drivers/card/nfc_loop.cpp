#include "drivers/card/nfc_loop.h"

#include "drivers/card/nfc_talk.h"

#include <algorithm>

namespace handbell::card {

namespace {

// libnfc rests for 50 ms after each wait that nobody ended, and who comes then waits for it: so not
// shorter. A chip that lost its power is found out after it: so not longer.
constexpr int kHostWait = 1200;  // ms
constexpr int kMostWrong = 3;
constexpr unsigned kForEver = 255;
constexpr unsigned kLookTries = 2;
constexpr Millis kFieldPause{10};
constexpr Millis kLookEvery{60};
constexpr Millis kBeatEvery{500};
constexpr Millis kChipFaultyAfter = seconds(10);
constexpr Millis kFirstChipPause{50};
constexpr Millis kLongestChipPause{500};
constexpr Millis kTapOverAfter = seconds(5);
constexpr Millis kAfterWrong{20};

}  // namespace

NfcLoop::NfcLoop(std::string connection, LoopHands hands)
    : connection_(std::move(connection)),
      hands_(std::move(hands)),
      relay_(hands_, [this] { beat(); }),
      last_good_(hands_.now()),
      pause_(kFirstChipPause) {}

void NfcLoop::run() {
  while (heard_) {
    beat();
    if (port_) {
      turn();
    } else {
      open();
    }
  }
}

void NfcLoop::open() {
  auto opened = NfcPort::open(context_, connection_);
  if (auto* port = std::get_if<NfcPort>(&opened)) {
    port_.emplace(std::move(*port));
    tries_ = 0;
    wrong_ = 0;
    if (port_->healthy()) return opened_well();
    port_.reset();
    mind_silence();
  } else if (const ReaderNews news = std::get<ReaderNews>(opened);
             news.state == ReaderState::starting) {
    mind_silence();
  } else {
    set_news(news);
  }
  if (hands_.now() - last_good_ > kTapOverAfter) tell(presence_.lost(hands_.now()));
  hands_.sleep(pause_);
  pause_ = std::min(Millis{pause_.count * 2}, kLongestChipPause);
}

bool NfcLoop::serve_parent() {
  NfcTalk talk(*port_, hands_.sleep);
  if (!relay_.serve(talk)) return false;
  tries_ = 0;
  deaf_card_ = true;
  return true;
}

void NfcLoop::turn() {
  if (serve_parent()) return;
  if (presence_.someone()) return look_again();
  wait_for_card();
}

void NfcLoop::wait_for_card() {
  if (!set_tries(kForEver)) return went_wrong();
  if (deaf_card_ && !renew_field()) return went_wrong();
  const auto found = port_->wait_for_card(kHostWait);
  const Steady at = hands_.now();
  if (!found) return went_wrong();
  deaf_card_ = !*found;
  if (*found) {
    went_well();
    tell(presence_.looked({**found}, at));
  } else if (port_->healthy()) {
    went_well();
  } else {
    close();
  }
}

void NfcLoop::look_again() {
  const auto found = look();
  if (!found) return went_wrong();
  tell(presence_.looked(*found, hands_.now()));
  went_well();
  if (presence_.someone()) hands_.sleep(kLookEvery);
}

Result<std::vector<CardNumber>> NfcLoop::look() {
  std::vector<CardNumber> cards;
  if (Status set = set_tries(kLookTries); !set) return fail(set.error());
  if (Status fresh = renew_field(); !fresh) return fail(fresh.error());
  hands_.sleep(kFieldPause);
  const auto first = port_->list();
  if (!first) return fail(first.error());
  if (!*first) return cards;
  cards.push_back(**first);
  if (Status halted = port_->halt(); !halted) return fail(halted.error());
  const auto second = port_->list();
  if (!second) return fail(second.error());
  if (*second && !same_card(**second, cards.front())) cards.push_back(**second);
  return cards;
}

// The chip's own tries go on until the card has power again.
Status NfcLoop::renew_field() {
  if (Status off = port_->set_field(false); !off) return off;
  hands_.sleep(kFieldPause);
  if (Status on = port_->set_field(true); !on) return on;
  deaf_card_ = false;
  return {};
}

Status NfcLoop::set_tries(unsigned tries) {
  if (tries_ == tries) return {};
  if (Status set = port_->set_tries(tries); !set) return fail(set.error());
  tries_ = tries;
  return {};
}

// That it knows its name is no proof that it reads cards: last_good_ stays.
void NfcLoop::opened_well() {
  pause_ = kFirstChipPause;
  const ReaderNews faulty{ReaderState::faulty, ReaderTrouble::silent};
  if (news_ != faulty) set_news({ReaderState::ready, ReaderTrouble::none});
}

void NfcLoop::went_well() {
  wrong_ = 0;
  pause_ = kFirstChipPause;
  last_good_ = hands_.now();
  set_news({ReaderState::ready, ReaderTrouble::none});
}

void NfcLoop::went_wrong() {
  deaf_card_ = true;
  mind_silence();
  hands_.sleep(kAfterWrong);
  if (++wrong_ >= kMostWrong || !port_->healthy()) close();
}

void NfcLoop::mind_silence() {
  if (hands_.now() - last_good_ <= kChipFaultyAfter) return;
  set_news({ReaderState::faulty, ReaderTrouble::silent});
}

void NfcLoop::close() {
  // A silent chip keeps libnfc waiting here, too: whoever looks after us must not lose patience.
  beat();
  port_.reset();
  deaf_card_ = true;
  beat();
  // Who lies there is still the same tap: not told as gone until the next looks say so.
  hands_.sleep(kFirstChipPause);
}

void NfcLoop::beat() {
  const Steady now = hands_.now();
  if (now - last_beat_ < kBeatEvery) return;
  last_beat_ = now;
  heard_ = hands_.tell(Beat{}) && heard_;
}

void NfcLoop::tell(const std::vector<ReaderEvent>& events) {
  for (const ReaderEvent& event : events) heard_ = hands_.tell(event) && heard_;
}

void NfcLoop::set_news(const ReaderNews& news) {
  if (news == news_) return;
  news_ = news;
  tell({news});
}

}  // namespace handbell::card
