// A card as the chip meets it in its field: NTAG213 (7 bytes) and MIFARE Classic (4 bytes).
//
// A card listens to REQA when it is idle. Once chosen it is active; a further REQA throws it back
// to idle without an answer; halted it stays silent until the field was off.
#pragma once

#include "app/base/card_number.h"

#include <optional>

namespace handbell::pn532 {

class Target {
 public:
  /// The kind follows from the number's length: 4 bytes Classic, 7 NTAG213, 10 a card with ATS.
  explicit Target(CardNumber uid);

  [[nodiscard]] const CardNumber& uid() const { return uid_; }
  [[nodiscard]] bool has_ats() const { return uid_.bytes().size() == 10; }
  /// Answer to REQA, two bytes as the chip hands them on, and the select byte behind them.
  [[nodiscard]] Bytes sens_and_select() const;

  /// One REQA; true if the card answers and is now active.
  bool request();
  void halt() { state_ = State::halted; }
  void field_lost() { state_ = State::idle; }
  [[nodiscard]] bool active() const { return state_ == State::active; }

  /// What the card says to a command of its own kind; none: it stays silent.
  [[nodiscard]] std::optional<Bytes> exchange(const Bytes& command);

 private:
  [[nodiscard]] std::optional<Bytes> read(std::uint8_t page) const;
  [[nodiscard]] std::optional<Bytes> write(const Bytes& command);

  enum class State : std::uint8_t { idle, active, halted } state_ = State::idle;
  CardNumber uid_;
  Bytes memory_;  ///< NTAG213: 45 pages of 4 bytes
};

}  // namespace handbell::pn532
