#include "drivers/card/card_relay.h"

#include <algorithm>

namespace handbell::card {

namespace {

constexpr Millis kRelayPause{2};
constexpr Millis kLongestExchange{600};

}  // namespace

bool CardRelay::serve(CardTalk& talk) {
  auto ask = next();
  if (!ask) return false;
  until_ = hands_.now() + kLongestTalk;
  const bool touched = std::holds_alternative<OpenCard>(ask->what);
  bool goes_on = obey(*ask, talk);
  while (goes_on && hands_.now() < until_) {
    beat_();
    ask = next();
    if (ask) {
      goes_on = obey(*ask, talk);
    } else {
      hands_.sleep(kRelayPause);
    }
  }
  if (open_) talk.close();
  open_ = false;
  return touched;
}

bool CardRelay::obey(const RelayAsk& ask, CardTalk& talk) {
  if (std::holds_alternative<CloseCard>(ask.what)) return false;
  if (const auto* open = std::get_if<OpenCard>(&ask.what)) {
    if (open_) talk.close();
    const Status opened = talk.open(open->card);
    open_ = opened.has_value();
    answer(open_ ? RelayAnswer::opened(ask.seq)
                 : RelayAnswer::failed(ask.seq, opened.error().code));
    return open_;
  }
  if (!open_) {
    answer(RelayAnswer::failed(ask.seq, FaultCode::card_left));
    return false;
  }
  const Millis left = until_ - hands_.now();
  const auto said =
      talk.exchange(std::get<SendApdu>(ask.what).command, std::min(left, kLongestExchange));
  answer(said ? RelayAnswer::said(ask.seq, *said)
              : RelayAnswer::failed(ask.seq, said.error().code));
  return said.has_value();
}

std::optional<RelayAsk> CardRelay::next() {
  while (hands_.asked) {
    const auto line = hands_.asked();
    if (!line) break;
    if (auto ask = parse_relay_ask(*line)) return std::move(*ask);
  }
  return std::nullopt;
}

void CardRelay::answer(RelayAnswer answer) {
  // Where nobody listens any more the next beat finds out.
  (void)hands_.tell(ReaderLine{std::move(answer)});
}

}  // namespace handbell::card
