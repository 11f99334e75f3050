// Carries the parent's commands to a card and its answers back, in the reader's child.
//
// It reads nothing of them and keeps nothing. While a card is spoken to nobody looks who lies
// there, since that would end the talk: for 1.5 s at most, then the loop goes on by itself. The
// heartbeat goes on all the while.
#pragma once

#include "drivers/card/card_talk.h"
#include "drivers/card/loop_hands.h"

#include <functional>

namespace handbell::card {

class CardRelay {
 public:
  static constexpr Millis kLongestTalk{1500};

  CardRelay(LoopHands hands, std::function<void()> beat)
      : hands_(std::move(hands)), beat_(std::move(beat)) {}

  /// To be called at each turn. True: a card was spoken to, the talk is over.
  [[nodiscard]] bool serve(CardTalk& talk);

 private:
  /// Whether the talk goes on.
  [[nodiscard]] bool obey(const RelayAsk& ask, CardTalk& talk);
  [[nodiscard]] std::optional<RelayAsk> next();
  void answer(RelayAnswer answer);

  LoopHands hands_;
  std::function<void()> beat_;
  Steady until_;
  bool open_ = false;
};

}  // namespace handbell::card
