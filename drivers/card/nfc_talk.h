// A card at a PN53x chip, spoken to in commands.
#pragma once

#include "drivers/card/card_talk.h"
#include "drivers/card/nfc_port.h"

#include <functional>

namespace handbell::card {

class NfcTalk final : public CardTalk {
 public:
  NfcTalk(NfcPort& port, std::function<void(Millis)> sleep)
      : port_(port), sleep_(std::move(sleep)) {}

  [[nodiscard]] Status open(const CardNumber& card) override;
  [[nodiscard]] Result<Bytes> exchange(const Bytes& command, Millis wait) override;
  void close() override;

 private:
  [[nodiscard]] Status fresh_field();

  NfcPort& port_;
  std::function<void(Millis)> sleep_;
};

}  // namespace handbell::card
