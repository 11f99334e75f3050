// A card that lies on a PC/SC reader of vsmartcard's vpcd, with what real ones do wrong.
//
// 1. A storage card has a number and nothing else; the reader makes up its ATR and answers for it.
// 2. An ISO-DEP card takes commands: SELECT and GetVersion as DESFire does, READ BINARY, and
//    whatever a function that is given answers first.
// 3. A fault changes what the reader hears, never what the card is.
#pragma once

#include "app/base/card_number.h"

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace handbell::vcard {

enum class CardFault : std::uint8_t {
  none,
  refused,      ///< 63 00 instead of the number
  torn,         ///< success with nothing at all: it was torn away meanwhile
  mute,         ///< no answer, for ever
  no_number,    ///< 90 00 alone
  half_status,  ///< one byte
  no_status,    ///< the number without a status
  five_bytes,   ///< a number of a length that none has
  over_long,    ///< 250 bytes, then 90 00
  past_buffer,  ///< more than an answer can have
  noise,        ///< bytes without sense
  bad_atr,      ///< an ATR longer than any: it cannot be powered
};
[[nodiscard]] std::span<const std::pair<CardFault, std::string_view>> all_card_faults();

/// None: not one of its commands. An empty one says that the card was powered anew.
using CardCommands = std::function<std::optional<Bytes>(const Bytes& command)>;

class VirtualCard {
 public:
  [[nodiscard]] static VirtualCard storage(const CardNumber& number);
  [[nodiscard]] static VirtualCard iso_dep(const CardNumber& number, CardCommands commands = {});

  void set_fault(CardFault fault) { fault_ = fault; }
  /// What goes back for one message of vpcd. None: nothing, which is right where it orders power.
  [[nodiscard]] std::optional<Bytes> answer(const Bytes& message);
  /// How often it was powered anew.
  [[nodiscard]] int resets() const { return resets_; }

 private:
  VirtualCard(CardNumber number, bool takes_commands, CardCommands commands);
  [[nodiscard]] Bytes atr() const;
  [[nodiscard]] std::optional<Bytes> number_answer() const;
  [[nodiscard]] Bytes carry_out(const Bytes& command);
  [[nodiscard]] Bytes read_file(const Bytes& command) const;

  CardNumber number_;
  bool takes_commands_;
  CardCommands commands_;
  CardFault fault_ = CardFault::none;
  int frames_left_ = 0;
  Bytes kept_;  ///< of an answer that is fetched in pieces
  int resets_ = 0;
};

}  // namespace handbell::vcard
