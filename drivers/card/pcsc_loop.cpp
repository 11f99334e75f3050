#include "drivers/card/pcsc_loop.h"

#include "drivers/card/pcsc_answer.h"

#include <algorithm>

namespace handbell::card {

namespace {

constexpr std::string_view kPcsc = "pcsc:";
constexpr Millis kQuiet{1000};
constexpr Millis kMissEvery{60};
constexpr Millis kAskedEvery{100};  // while a card lies there, which the parent may speak to
constexpr Millis kServiceEvery{500};
constexpr Millis kBusyEvery{500};
constexpr Millis kReadAgainSoon{100};
constexpr Millis kReadAgain{500};
constexpr int kSoonTries = 3;
constexpr Millis kPcscBeatEvery{500};
constexpr Millis kPcscFaultyAfter = seconds(10);
constexpr Millis kTapLostAfter = seconds(5);

}  // namespace

PcscLoop::PcscLoop(std::string_view connection, LoopHands hands)
    : wanted_(connection.substr(std::min(kPcsc.size(), connection.size()))),
      hands_(std::move(hands)),
      relay_(hands_, [this] { beat(); }),
      last_good_(hands_.now()),
      last_look_(hands_.now()) {}

void PcscLoop::run() {
  while (heard_) {
    beat();
    (void)relay_.serve(talk_);
    if (!port_) {
      open();
    } else if (reader_.empty()) {
      find();
    } else {
      turn();
    }
  }
}

void PcscLoop::open() {
  auto port = PcscPort::open();
  if (port) {
    port_.emplace(std::move(*port));
    return;
  }
  if (port.error() == PcscTrouble::no_permission) {
    set_news(ReaderState::faulty, ReaderTrouble::permission);
  } else {
    set_news(ReaderState::missing, ReaderTrouble::pcscd_absent);
  }
  mind_lost_tap();
  hands_.sleep(kServiceEvery);
}

// Nobody looked for so long: whoever lies there then came anew.
void PcscLoop::mind_lost_tap() {
  const Steady now = hands_.now();
  if (now - last_look_ > kTapLostAfter) tell(presence_.lost(now));
}

void PcscLoop::find() {
  const auto names = port_->readers();
  if (!names) return failed(names.error());
  const auto name = chosen_reader(*names, wanted_);
  if (!name) {
    set_news(ReaderState::missing);
    mind_lost_tap();
    if (auto waited = port_->wait_for_readers(kQuiet); !waited) failed(waited.error());
    return;
  }
  if (!lock_) lock_ = NameLock::take("pcsc/" + *name);
  if (!lock_) {
    set_news(ReaderState::busy, ReaderTrouble::other_program);
    hands_.sleep(kBusyEvery);
    return;
  }
  reader_ = *name;
  counted_.reset();
}

Millis PcscLoop::until_next() const {
  if (there_ && retry_) return std::max(*retry_ - hands_.now(), Millis{0});
  if (there_) return hands_.asked ? kAskedEvery : kQuiet;
  return presence_.someone() ? kMissEvery : kQuiet;
}

void PcscLoop::turn() {
  const auto look = port_->look(reader_, until_next());
  if (!look) return failed(look.error());
  if (look->readers_changed && !still_best()) return;
  last_look_ = hands_.now();
  look_at(*look, hands_.now());
  if (there_ && retry_ && hands_.now() >= *retry_) read();
}

// The first reader that was found may have been the machine's own, for cards with contacts.
bool PcscLoop::still_best() {
  const auto names = port_->readers();
  if (!names) return true;  // the next look says why
  const auto name = chosen_reader(*names, wanted_, reader_);
  if (!name || *name == reader_) return true;
  tell(presence_.lost(hands_.now()));
  talk_.close();
  lock_.reset();
  reader_.clear();
  there_ = false;
  retry_.reset();
  return false;
}

void PcscLoop::look_at(const PcscLook& look, Steady at) {
  const bool changed = look.card != there_ || counted_ != look.changes;
  there_ = look.card;
  counted_ = look.changes;
  if (there_) {
    if (!retry_) last_good_ = at;
    if (!changed) return;
    found_ = at;
    wrong_ = 0;
    retry_ = at;
    return;
  }
  retry_.reset();
  tell(presence_.looked({}, at));
  if (look.held) return set_news(ReaderState::busy, ReaderTrouble::other_program);
  went_well();
}

PcscResult<std::optional<CardNumber>> PcscLoop::number() {
  auto card = port_->connect(reader_);
  if (!card) return tl::unexpected(card.error());
  const auto answer = card->exchange(ask_for_uid());
  if (!answer) return tl::unexpected(answer.error());
  auto uid = uid_of_answer(*answer);
  if (!uid) return std::nullopt;
  return std::move(*uid);
}

void PcscLoop::read() {
  const auto uid = number();
  if (!uid) return failed(uid.error());
  if (!*uid) return try_again();
  retry_.reset();
  tell(presence_.looked({**uid}, found_));
  went_well();
}

void PcscLoop::failed(PcscTrouble trouble) {
  switch (trouble) {
    case PcscTrouble::no_service:
    case PcscTrouble::no_permission:
      drop();
      return port_.reset();
    case PcscTrouble::no_reader:
      return drop();
    case PcscTrouble::other_program:
      retry_ = hands_.now() + kBusyEvery;
      return set_news(ReaderState::busy, ReaderTrouble::other_program);
    case PcscTrouble::card_left:
    case PcscTrouble::card_mute:
      return try_again();
  }
}

// Whether the service or the reader is gone is said where it is not found again.
void PcscLoop::drop() {
  talk_.close();
  reader_.clear();
  lock_.reset();
  if (hands_.now() - last_good_ > kPcscFaultyAfter) {
    set_news(ReaderState::faulty, ReaderTrouble::silent);
  }
  hands_.sleep(kReadAgainSoon);
}

// A card that cannot be read makes no reader faulty at once: it may be a bank card, or askew.
void PcscLoop::try_again() {
  ++wrong_;
  const Steady now = hands_.now();
  retry_ = now + (wrong_ <= kSoonTries ? kReadAgainSoon : kReadAgain);
  if (now - last_good_ > kPcscFaultyAfter) set_news(ReaderState::faulty, ReaderTrouble::silent);
}

void PcscLoop::went_well() {
  wrong_ = 0;
  last_good_ = hands_.now();
  set_news(ReaderState::ready);
}

void PcscLoop::beat() {
  const Steady now = hands_.now();
  if (now - last_beat_ < kPcscBeatEvery) return;
  last_beat_ = now;
  heard_ = hands_.tell(Beat{}) && heard_;
}

void PcscLoop::tell(const std::vector<ReaderEvent>& events) {
  for (const ReaderEvent& event : events) heard_ = hands_.tell(event) && heard_;
}

void PcscLoop::set_news(ReaderState state, ReaderTrouble trouble) {
  const ReaderNews news{state, trouble};
  if (news == news_) return;
  news_ = news;
  tell({news});
}

}  // namespace handbell::card
