// MIFARE Classic with 1 KB (NXP MF1S50): 16 sectors of four blocks of 16 bytes, each sector behind
// its two keys. The cipher is the chip's and the card's affair: here the keys are compared.
#pragma once

#include "drivers/pn532/target.h"

namespace handbell::pn532 {

class Classic final : public Target {
 public:
  /// `copy`: one of those whose number can be written, as anything else.
  Classic(CardNumber name, bool copy);

  [[nodiscard]] Bytes uid() const override;
  [[nodiscard]] Bytes sens_and_select() const override { return {0x00, 0x04, 0x08}; }
  [[nodiscard]] std::optional<Said> exchange(const Bytes& command) override;

 protected:
  void forget() override { open_sector_.reset(); }

 private:
  [[nodiscard]] std::optional<Said> authenticate(const Bytes& command);
  [[nodiscard]] std::optional<Bytes> read(std::size_t block) const;
  [[nodiscard]] std::optional<Bytes> write(const Bytes& command);
  [[nodiscard]] bool open(std::size_t block) const;

  bool copy_;
  Bytes memory_;
  std::optional<std::size_t> open_sector_;
};

}  // namespace handbell::pn532
