// The loop of the reader's child where the reader is a keyboard (readers.md, wedge).
//
// A wedge reader types once when it finds a card and is silent when the card leaves; some type the
// same number again each second as long as it lies there. So a card is gone when its number was
// not typed for 1.5 s, or another one was. It was seen when its first digit was typed: some readers
// take half a second for a number, and 09:00 decides the mark. Nobody can speak to it: whoever asks
// is told so.
#pragma once

#include "drivers/card/card_relay.h"
#include "drivers/card/loop_hands.h"
#include "drivers/card/wedge_port.h"

#include <optional>

namespace handbell::card {

class WedgeLoop {
 public:
  static constexpr Millis kGoneAfter{1500};

  WedgeLoop(WedgeName name, WedgeOpener opener, LoopHands hands);
  WedgeLoop(const WedgeLoop&) = delete;
  WedgeLoop& operator=(const WedgeLoop&) = delete;
  ~WedgeLoop() = default;
  /// Until nobody listens.
  void run();

 private:
  void open();
  void turn();
  void take(const CardNumber& card, Steady typed);
  void leave(Steady at);
  [[nodiscard]] Millis wedge_wait() const;
  void beat();
  void tell(const ReaderEvent& event);
  void set_news(const ReaderNews& news);

  WedgeName name_;
  WedgeOpener opener_;
  LoopHands hands_;
  WedgeDecoder decoder_;
  CardRelay relay_;
  std::unique_ptr<WedgePort> port_;
  std::optional<CardNumber> there_;
  Steady typed_;  ///< when its number last was
  ReaderNews news_;
  Steady last_beat_{-10'000};
  bool heard_ = true;
};

}  // namespace handbell::card
