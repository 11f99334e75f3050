// Readers behind pcscd, with what can go wrong there named.
//
// A service that is stopped is not waited for here: the port is of no use any more, and its owner
// opens a new one. exchange() can take for ever, since nothing bounds a card's answer: whoever
// calls it must be a process that can be ended.
#pragma once

#include "app/base/hex.h"
#include "app/base/instant.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <vector>

namespace handbell::card {

enum class PcscTrouble : std::uint8_t {
  no_service,     ///< pcscd does not run, or went: open a new port
  no_permission,  ///< this user may not ask it (polkit)
  no_reader,      ///< no reader of this name any more
  other_program,  ///< has the reader for itself
  card_left,
  card_mute,  ///< a card that does not answer
};
template <class T>
using PcscResult = tl::expected<T, PcscTrouble>;

struct PcscLook {
  bool card = false;
  bool held = false;             ///< another program has the reader for itself
  unsigned changes = 0;          ///< how often cards came and went, as the service counts
  bool readers_changed = false;  ///< one came or went
};

/// The card in the reader, shared with other programs. Ends with its port.
class PcscCard {
 public:
  PcscCard(PcscCard&&) noexcept;
  PcscCard& operator=(PcscCard&&) noexcept;
  PcscCard(const PcscCard&) = delete;
  PcscCard& operator=(const PcscCard&) = delete;
  ~PcscCard();

  /// What the card or the reader answers, its status last; a torn card's answer is empty.
  [[nodiscard]] PcscResult<Bytes> exchange(const Bytes& command);
  [[nodiscard]] PcscResult<Bytes> atr();
  /// The card is powered anew: nothing said before counts.
  [[nodiscard]] PcscResult<void> reset();

 private:
  friend class PcscPort;
  struct Handle;
  explicit PcscCard(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

class PcscPort {
 public:
  [[nodiscard]] static PcscResult<PcscPort> open();
  PcscPort(PcscPort&&) noexcept;
  PcscPort& operator=(PcscPort&&) noexcept;
  PcscPort(const PcscPort&) = delete;
  PcscPort& operator=(const PcscPort&) = delete;
  ~PcscPort();

  [[nodiscard]] PcscResult<std::vector<std::string>> readers();
  /// Returns when a reader came or went, or after `wait`.
  [[nodiscard]] PcscResult<void> wait_for_readers(Millis wait);
  /// Returns at once where the last look no longer holds, else after `wait`.
  [[nodiscard]] PcscResult<PcscLook> look(const std::string& reader, Millis wait);
  [[nodiscard]] PcscResult<PcscCard> connect(const std::string& reader);

 private:
  struct Context;
  explicit PcscPort(std::unique_ptr<Context> context);
  [[nodiscard]] PcscResult<void> wait(std::size_t states, Millis length);
  std::unique_ptr<Context> context_;
};

}  // namespace handbell::card
