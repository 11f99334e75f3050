// Cards that take commands of ISO 7816-4: DESFire-like ones, bank cards, phones.
#pragma once

#include "drivers/pn532/target.h"

#include <cstdint>

namespace handbell::pn532 {

inline constexpr std::uint16_t kNotFound = 0x6A82;

/// `data` with the two status bytes behind it.
[[nodiscard]] Bytes with_status(Bytes data, std::uint16_t status);

class IsoCard : public Target {
 public:
  using Target::Target;
  [[nodiscard]] Bytes sens_and_select() const override { return {0x03, 0x44, 0x20}; }
  [[nodiscard]] Bytes ats() const override { return {0x06, 0x75, 0x77, 0x81, 0x02, 0x80}; }
  [[nodiscard]] std::optional<Said> exchange(const Bytes& command) final;

 protected:
  /// A command of at least four bytes: its answer, status bytes last.
  [[nodiscard]] virtual Bytes answer(const Bytes& command) = 0;
};

/// Tells its version, and has the application that NFC Forum Type 4 tags have.
class DesfireCard final : public IsoCard {
 public:
  using IsoCard::IsoCard;

 protected:
  [[nodiscard]] Bytes answer(const Bytes& command) override;
  void forget() override { frame_ = 0; }

 private:
  int frame_ = 0;  ///< of the three that tell the version: the next one
};

/// New with each field: four bytes, the first of which is 08.
class PassingCard : public IsoCard {
 public:
  explicit PassingCard(CardNumber name);
  [[nodiscard]] Bytes uid() const override { return uid_; }
  [[nodiscard]] Bytes sens_and_select() const override { return {0x00, 0x04, 0x20}; }

 protected:
  void power_up() override;

 private:
  std::uint32_t dice_;  ///< the same card throws the same numbers
  Bytes uid_;
};

class Phone final : public PassingCard {
 public:
  using PassingCard::PassingCard;
  [[nodiscard]] Bytes ats() const override { return {0x05, 0x78, 0x80, 0x71, 0x00}; }

 protected:
  [[nodiscard]] Bytes answer(const Bytes&) override { return with_status({}, kNotFound); }
};

/// Names the environment of its payment applications, and no more.
class BankCard final : public PassingCard {
 public:
  using PassingCard::PassingCard;
  [[nodiscard]] Bytes sens_and_select() const override { return {0x00, 0x04, 0x28}; }

 protected:
  [[nodiscard]] Bytes answer(const Bytes& command) override;
};

}  // namespace handbell::pn532
