// The loop of the reader's child where the reader is pcscd's (readers.md, pcsc):
//
// 1. No service: asked for twice a second. No such reader: looked for once a second, and when the
//    service says that one came. One that fits better is taken when it comes.
// 2. The service says when a card comes or goes; one wake-up a second else. The card's number is
//    asked for at once, again where that failed, and told once.
// 3. Gone is what three looks did not find, so that a card at the field's edge is one tap; and who
//    lay there when the service or the reader went for 5 s.
//
// A card that never answers holds this loop for ever. No beat comes then, and the parent ends the
// process.
#pragma once

#include "drivers/card/card_relay.h"
#include "drivers/card/loop_hands.h"
#include "drivers/card/name_lock.h"
#include "drivers/card/pcsc_talk.h"
#include "drivers/card/presence.h"

#include <optional>
#include <string>

namespace handbell::card {

class PcscLoop {
 public:
  /// `connection`: "pcsc:NAME" or "pcsc:", the first contactless reader.
  PcscLoop(std::string_view connection, LoopHands hands);
  PcscLoop(const PcscLoop&) = delete;
  PcscLoop& operator=(const PcscLoop&) = delete;
  ~PcscLoop() = default;
  /// Until nobody listens.
  void run();

 private:
  void open();
  void find();
  void mind_lost_tap();
  void turn();
  /// False: one that fits better came, and is taken at the next turn.
  [[nodiscard]] bool still_best();
  void look_at(const PcscLook& look, Steady at);
  void read();
  [[nodiscard]] PcscResult<std::optional<CardNumber>> number();
  [[nodiscard]] Millis until_next() const;
  void failed(PcscTrouble trouble);
  void drop();
  void try_again();
  void went_well();
  void beat();
  void tell(const std::vector<ReaderEvent>& events);
  void set_news(ReaderState state, ReaderTrouble trouble = ReaderTrouble::none);

  std::string wanted_;
  LoopHands hands_;
  std::optional<PcscPort> port_;
  std::string reader_;  ///< its whole name; empty: not found
  std::optional<NameLock> lock_;
  PcscTalk talk_{port_, reader_};
  CardRelay relay_;
  Presence presence_;
  ReaderNews news_;
  Steady last_good_;
  Steady last_look_;  ///< at who lies there
  Steady last_beat_{-10'000};
  Steady found_;                     ///< when the card that lies there was
  std::optional<Steady> retry_;      ///< its number is still to be asked for
  std::optional<unsigned> counted_;  ///< of the last look
  bool there_ = false;
  int wrong_ = 0;
  bool heard_ = true;
};

}  // namespace handbell::card
