// The wire to a slip printer, for the length of one slip: a USB device, a connection in the
// network, or CUPS's own program that hands on what it is given.
//
// Nothing here waits longer than it is told to: a printer that is switched off, unplugged or stuck
// holds up a thread of its own and nobody at the door.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "drivers/printer/printer_name.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace handbell::printer {

class PrinterPort {
 public:
  PrinterPort() = default;
  PrinterPort(const PrinterPort&) = delete;
  PrinterPort& operator=(const PrinterPort&) = delete;
  virtual ~PrinterPort() = default;

  /// All of it, or false where the printer did not take it in time.
  [[nodiscard]] virtual bool send(std::string_view bytes, Millis within) = 0;
  /// One byte that the printer says; nothing where none came.
  [[nodiscard]] virtual std::optional<std::uint8_t> hear(Millis within) = 0;
  /// No more comes: true where whoever took it has it.
  [[nodiscard]] virtual bool finish(Millis within) = 0;
};

/// Null where the printer is not there within that time.
[[nodiscard]] std::unique_ptr<PrinterPort> open_port(const PrinterName& name, Millis within);

}  // namespace handbell::printer
