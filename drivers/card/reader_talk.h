// A card at the reader of a child, spoken to from the parent.
//
// Whoever calls waits for the card, so it is never the kiosk's loop. A child that dies in between
// is a card that left; whoever asks for too long gets the same answer.
#pragma once

#include "drivers/card/card_talk.h"
#include "drivers/card/relay_line.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace handbell::card {

class ReaderTalk final : public CardTalk {
 public:
  [[nodiscard]] Status open(const CardNumber& card) override;
  [[nodiscard]] Result<Bytes> exchange(const Bytes& command, Millis wait) override;
  void close() override;

  // By whoever looks after the child.
  /// `ears`: the child's input, a socket that stays open until disconnected().
  void connected(int ears);
  void disconnected();
  void take(const RelayAnswer& answer);

 private:
  [[nodiscard]] Result<RelayAnswer> asked(decltype(RelayAsk::what) what, Millis wait);
  /// With the lock held.
  [[nodiscard]] bool send(const RelayAsk& ask) const;

  std::mutex mutex_;
  std::condition_variable answered_;
  int ears_ = -1;
  std::uint32_t seq_ = 0;
  std::optional<RelayAnswer> answer_;  ///< to `seq_`
};

}  // namespace handbell::card
