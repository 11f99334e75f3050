// NTAG213 and NTAG215 (NXP's data sheet, rev. 3.2): pages of four bytes, with an NDEF message.
#pragma once

#include "drivers/pn532/target.h"

namespace handbell::pn532 {

class Ntag final : public Target {
 public:
  enum class Size : std::uint8_t { ntag213, ntag215 };
  Ntag(CardNumber name, Size size);

  [[nodiscard]] Bytes sens_and_select() const override { return {0x00, 0x44, 0x00}; }
  [[nodiscard]] std::optional<Said> exchange(const Bytes& command) override;
  [[nodiscard]] std::optional<Said> thru(const Bytes& command) override {
    return exchange(command);
  }

 private:
  [[nodiscard]] std::optional<Bytes> obey(const Bytes& command);
  [[nodiscard]] std::optional<Bytes> read(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::optional<Bytes> write(const Bytes& command);
  [[nodiscard]] std::optional<Bytes> give_password(const Bytes& command) const;
  [[nodiscard]] bool locked(std::size_t page) const;
  [[nodiscard]] std::size_t pages() const;

  Size size_;
  Bytes memory_;
};

}  // namespace handbell::pn532
