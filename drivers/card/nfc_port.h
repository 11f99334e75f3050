// A PN53x chip behind the real libnfc, with just the calls that are safe.
//
// libnfc's own polling has no time-out that holds and its presence check lies, so only its
// transport is used: one command out, one answer in, each with a time-out (readers.md 3, 4).
#pragma once

#include "app/base/card_number.h"
#include "app/base/result.h"

#include <memory>
#include <optional>
#include <string>

namespace handbell::card {

/// "pn532_uart:/dev/x" names the port "/dev/x"; empty where the connection names none.
[[nodiscard]] std::string port_of(const std::string& connection);

class NfcPort {
 public:
  /// Faults: reader_missing (no such port), reader_busy (another program has it), reader_faulty.
  [[nodiscard]] static Result<NfcPort> open(const std::string& connection);
  NfcPort(NfcPort&&) noexcept;
  NfcPort& operator=(NfcPort&&) noexcept;
  NfcPort(const NfcPort&) = delete;
  NfcPort& operator=(const NfcPort&) = delete;
  ~NfcPort();

  /// How often the chip looks for a card by itself: 1 to 255; 255 is for ever.
  [[nodiscard]] Status set_tries(unsigned tries);
  /// None: no card within `wait_ms`. Faults: reader_faulty, reader_frame, bad_card.
  [[nodiscard]] Result<std::optional<CardNumber>> list(int wait_ms);
  /// The chosen card falls silent until the field was off.
  [[nodiscard]] Status halt();
  [[nodiscard]] Status set_field(bool on);
  /// Whether the chip answers within 200 ms.
  [[nodiscard]] bool healthy();

 private:
  struct Device;
  explicit NfcPort(std::unique_ptr<Device> device);
  [[nodiscard]] Result<Bytes> command(const Bytes& sent, int wait_ms);

  std::unique_ptr<Device> device_;
};

}  // namespace handbell::card
