// A card in a PC/SC reader, spoken to in commands.
#pragma once

#include "drivers/card/card_talk.h"
#include "drivers/card/pcsc_port.h"

#include <optional>
#include <string>

namespace handbell::card {

class PcscTalk final : public CardTalk {
 public:
  /// `port` may be empty as long as no card is asked for.
  PcscTalk(std::optional<PcscPort>& port, const std::string& reader)
      : port_(port), reader_(reader) {}

  [[nodiscard]] Status open(const CardNumber& card) override;
  /// `wait` is not kept: nothing bounds a PC/SC reader's answer but the end of this process.
  [[nodiscard]] Result<Bytes> exchange(const Bytes& command, Millis wait) override;
  void close() override { card_.reset(); }
  [[nodiscard]] bool is_open() const { return card_.has_value(); }

 private:
  [[nodiscard]] Result<Bytes> once(const Bytes& command);

  std::optional<PcscPort>& port_;
  const std::string& reader_;
  std::optional<PcscCard> card_;
};

}  // namespace handbell::card
