// The PN532 itself: carries out commands, knows the cards in its field. Knows no clock.
//
// 1. After power-up, a brown-out or PowerDown it sleeps and hears nothing until it is woken.
// 2. Listing tries as often as the host said (RFConfiguration item 5; FF: for ever). A new command
//    or an ACK from the host ends one that is under way.
// 3. The durations are the manual's: about 5 ms for each try.
#pragma once

#include "drivers/pn532/fault_kind.h"
#include "drivers/pn532/target.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace handbell::pn532 {

/// Microseconds since the emulator started.
using Micros = std::int64_t;

/// The answer's code and data, and how long the chip takes for it.
struct ChipAnswer {
  Bytes data;
  Micros after = 0;
};

class Chip {
 public:
  /// False where a card of this name already lies there.
  bool put(std::unique_ptr<Target> card);
  /// The card that was last there under this name, with what it stores; else a new one of the kind
  /// that its number's length says. Beside a card of the same name nothing changes. False where no
  /// card has such a number.
  bool put(const CardNumber& name);
  /// False if it is not there.
  bool take_away(const CardNumber& name);
  void take_all_away();
  [[nodiscard]] std::size_t cards() const { return cards_.size(); }

  void set_fault(FaultKind fault) { fault_ = fault; }
  /// Power was gone for a moment: everything that the host had set is forgotten.
  void brown_out();
  void wake() { awake_ = true; }
  [[nodiscard]] bool awake() const { return awake_; }

  /// Nothing: unknown command, answer it with a syntax error. An empty answer: it goes on until a
  /// card comes, see listing_ended().
  [[nodiscard]] std::optional<ChipAnswer> carry_out(const Bytes& command);
  /// The answer of a listing that waited, once a card is there.
  [[nodiscard]] std::optional<ChipAnswer> listing_ended();
  void stop_listing() { listing_.reset(); }

 private:
  [[nodiscard]] ChipAnswer configure(const Bytes& command);
  [[nodiscard]] ChipAnswer registers(const Bytes& command);
  [[nodiscard]] ChipAnswer list(const Bytes& command);
  [[nodiscard]] ChipAnswer exchange(const Bytes& command, std::size_t data_at);
  [[nodiscard]] std::optional<ChipAnswer> try_listing(unsigned tries);
  [[nodiscard]] Bytes described(const Target& card, std::uint8_t number);
  [[nodiscard]] ChipAnswer with_status(std::uint8_t command, std::uint8_t status, Bytes data = {});
  [[nodiscard]] ChipAnswer select();
  void halt_active();
  [[nodiscard]] bool there(const CardNumber& name) const;

  struct Listing {
    std::uint8_t most = 1;
  };

  bool awake_ = false;
  bool field_ = true;
  std::uint8_t retries_ = 0xFF;
  std::map<std::uint16_t, std::uint8_t> registers_;
  std::vector<std::unique_ptr<Target>> cards_;
  std::vector<std::unique_ptr<Target>> drawer_;  ///< taken away
  std::optional<Listing> listing_;
  FaultKind fault_ = FaultKind::none;
};

}  // namespace handbell::pn532
