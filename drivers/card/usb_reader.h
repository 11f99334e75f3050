// Why libnfc can't open a reader on USB, by what the kernel tells of it: libnfc itself says only
// that it can't.
#pragma once

#include "drivers/card/reader.h"

#include <optional>
#include <string>

namespace handbell::card {

/// Where the kernel tells of devices; tests have their own.
struct UsbPaths {
  std::string devices = "/sys/bus/usb/devices";
  std::string nodes = "/dev/bus/usb";
  std::string pcscd = "/run/pcscd/pcscd.comm";
};

/// `connection`: "pn53x_usb", "acr122_usb:001:004" ... None: it is no USB reader's, or nothing
/// stands in the way of it.
[[nodiscard]] std::optional<ReaderNews> usb_reader_news(const std::string& connection,
                                                        const UsbPaths& paths);

}  // namespace handbell::card
