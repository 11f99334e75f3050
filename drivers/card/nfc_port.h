// A PN53x chip behind the real libnfc, with just the calls that are safe.
//
// libnfc's own polling has no time-out that holds and its presence check lies, so only its
// transport is used: one command out, one answer in, each with a time-out (readers.md 3, 4).
#pragma once

#include "app/base/card_number.h"
#include "app/base/result.h"
#include "drivers/card/reader.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

// libnfc's own name.
// NOLINTNEXTLINE(readability-identifier-naming)
struct nfc_context;

namespace handbell::card {

/// What libnfc keeps for all readers: one a process.
class NfcContext {
 public:
  NfcContext();
  NfcContext(const NfcContext&) = delete;
  NfcContext& operator=(const NfcContext&) = delete;
  ~NfcContext();
  [[nodiscard]] nfc_context* get() const { return context_; }

 private:
  nfc_context* context_ = nullptr;
};

/// "pn532_uart:/dev/x" names the port "/dev/x"; empty where the connection names none.
[[nodiscard]] std::string port_of(const std::string& connection);

class NfcPort {
 public:
  /// Else how the reader is: missing, busy, faulty for want of permission; starting: there, but it
  /// did not answer.
  [[nodiscard]] static std::variant<NfcPort, ReaderNews> open(const NfcContext& context,
                                                              const std::string& connection);
  NfcPort(NfcPort&&) noexcept;
  NfcPort& operator=(NfcPort&&) noexcept;
  NfcPort(const NfcPort&) = delete;
  NfcPort& operator=(const NfcPort&) = delete;
  ~NfcPort();

  /// How often the chip looks for a card by itself: 1 to 255; 255 is for ever.
  [[nodiscard]] Status set_tries(unsigned tries);
  /// The chip looks as often as it was told: who is there. Faults: reader_faulty, reader_frame,
  /// bad_card.
  [[nodiscard]] Result<std::optional<CardNumber>> list();
  /// The chip looks for ever, we wait so long. None: nobody came. Faults as above.
  [[nodiscard]] Result<std::optional<CardNumber>> wait_for_card(int wait_ms);
  /// The chosen card falls silent until the field was off.
  [[nodiscard]] Status halt();
  [[nodiscard]] Status set_field(bool on);
  /// Makes the one card that lies there ready for commands: whether it takes any. Faults: card_left
  /// (none or another lies there), as of list().
  [[nodiscard]] Result<bool> choose(const CardNumber& card);
  /// One command of ISO 7816-4 to the chosen card, and its answer. Faults: card_left, reader_faulty,
  /// reader_frame.
  [[nodiscard]] Result<Bytes> exchange(const Bytes& command, int wait_ms);
  /// Whether the chip answers within 200 ms.
  [[nodiscard]] bool healthy();

 private:
  struct Device;
  explicit NfcPort(std::unique_ptr<Device> device);
  [[nodiscard]] Result<Bytes> command(const Bytes& sent, int wait_ms);

  std::unique_ptr<Device> device_;
};

}  // namespace handbell::card
