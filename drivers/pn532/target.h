// A card as the chip meets it in its field; each kind of card is a class of its own.
//
// 1. A card listens to REQA when it is idle. Once chosen it is active; a further REQA throws it
//    back to idle without an answer; halted it stays silent until it is woken or the field was off.
//    One that takes commands of ISO 14443-4 was asked for its ATS by the chip: from then on it is
//    deaf to REQA until it is deselected, which halts it, or the field was off.
// 2. What it remembers of a talk is gone once it is chosen anew; what it stores stays.
#pragma once

#include "app/base/card_number.h"

#include <optional>

namespace handbell::pn532 {

/// What the chip hands on of a card's answer: its error byte, and the card's bytes behind it.
struct Said {
  std::uint8_t status = 0;  ///< 00 done, 01 silence, 14 wrong key of a MIFARE Classic
  Bytes data;
};

class Target {
 public:
  explicit Target(CardNumber name) : name_(std::move(name)) {}
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  virtual ~Target() = default;

  /// The number under which it was put there; phones answer with another one.
  [[nodiscard]] const CardNumber& name() const { return name_; }
  /// 4, 7 or 10 bytes.
  [[nodiscard]] virtual Bytes uid() const { return name_.bytes(); }
  /// Answer to REQA, two bytes as the chip hands them on, and the select byte behind them. Bit 5
  /// of that says that it takes commands of ISO 14443-4; the chip then asks for its ATS.
  [[nodiscard]] virtual Bytes sens_and_select() const = 0;
  /// The first byte counts itself too; empty: none.
  [[nodiscard]] virtual Bytes ats() const { return {}; }

  /// One REQA; true if the card answers and is now active.
  bool request();
  /// One WUPA of a card that the host chose before.
  bool wake_up();
  void halt() { state_ = State::halted; }
  void field_lost();
  [[nodiscard]] bool active() const { return state_ == State::active || state_ == State::talking; }

  /// By the chip's InDataExchange: to a card with ATS a command of ISO 7816-4, its answer with the
  /// two status bytes last. None: it stays silent.
  [[nodiscard]] virtual std::optional<Said> exchange(const Bytes& command) = 0;
  /// By InCommunicateThru: as the bytes go through the air, without the checksum.
  [[nodiscard]] virtual std::optional<Said> thru(const Bytes&) { return std::nullopt; }

 protected:
  /// As most cards do after a command that they refuse.
  void fall_idle() { state_ = State::idle; }
  /// The field was off, or the card is chosen anew.
  virtual void forget() {}
  virtual void power_up() {}

 private:
  void choose();

  enum class State : std::uint8_t { idle, active, talking, halted } state_ = State::idle;
  CardNumber name_;
};

}  // namespace handbell::pn532
