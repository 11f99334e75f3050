// How the slip printer is named in handbell.toml: where it hangs, and how wide its paper is.
//
//   usb:/dev/usb/lp0        on a USB cable
//   tcp:192.168.1.40        in the network; another port than 9100 behind a colon
//   cups:front-door         a raw queue of CUPS, where the printer is shared
//
// "#58" behind it: paper of 58 mm instead of 80.
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace handbell::printer {

enum class Way : std::uint8_t { usb, network, queue };

struct PrinterName {
  Way way = Way::usb;
  std::string where;  ///< a path, a host, a queue's name
  int port = 9100;    ///< 1 to 65535, in the network
  int paper_mm = 80;  ///< or 58

  /// What the print head burns in a row, at 8 dots a millimetre.
  [[nodiscard]] int dots() const { return paper_mm == 58 ? 384 : 576; }
  friend bool operator==(const PrinterName&, const PrinterName&) = default;
};

/// Fault: bad_config, naming what stands there and how it is to be written.
[[nodiscard]] Result<PrinterName> parse_printer_name(std::string_view text);

}  // namespace handbell::printer
