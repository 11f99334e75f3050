// The loop of the reader's child (readers.md, "What is decided", 4 to 6):
//
// 1. No card: the chip looks by itself; we wait 1.2 s for it, then ask whether it is alive. A card
//    that it found meanwhile was told to nobody, and is deaf as long as the field is on: so after
//    such a wait, or a fault, the field goes off and on before the next one.
// 2. A card: told at once. Then every 60 ms a look at who is there: field off and on, first card,
//    silence it, second card.
// 3. Trouble: after three wrong answers or one failed question close, wait, open again. After 10 s
//    without a right answer the reader is faulty; it is tried for ever. An answer is a card, or a
//    wait in which nobody came: a chip that knows its name and fails at cards is faulty, too. After
//    5 s a tap that was under way is over: whoever is seen then came anew.
#pragma once

#include "drivers/card/card_relay.h"
#include "drivers/card/loop_hands.h"
#include "drivers/card/nfc_port.h"
#include "drivers/card/presence.h"

#include <optional>
#include <string>

namespace handbell::card {

class NfcLoop {
 public:
  NfcLoop(std::string connection, LoopHands hands);
  /// Until nobody listens.
  void run();

 private:
  void open();
  void turn();
  /// True: a card was spoken to, and the chip is not as it was.
  [[nodiscard]] bool serve_parent();
  void wait_for_card();
  void look_again();
  [[nodiscard]] Result<std::vector<CardNumber>> look();
  [[nodiscard]] Status set_tries(unsigned tries);
  [[nodiscard]] Status renew_field();
  void opened_well();
  void went_well();
  void went_wrong();
  void mind_silence();
  void close();
  void beat();
  void tell(const std::vector<ReaderEvent>& events);
  void set_news(const ReaderNews& news);

  NfcContext context_;
  std::string connection_;
  LoopHands hands_;
  std::optional<NfcPort> port_;
  Presence presence_;
  CardRelay relay_;
  ReaderNews news_;
  Steady last_good_;
  Steady last_beat_{-10'000};
  Millis pause_;
  int wrong_ = 0;
  unsigned tries_ = 0;     ///< as the chip was told; 0: not yet
  bool deaf_card_ = true;  ///< may lie there
  bool heard_ = true;
};

}  // namespace handbell::card
