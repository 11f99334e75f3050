#include "drivers/card/usb_reader.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace handbell::card {

namespace {

namespace fs = std::filesystem;

/// Maker and product of the readers with a PN53x that libnfc knows.
constexpr std::array<std::string_view, 9> kReaders{"04cc:0531", "04cc:2533", "04e6:5591",
                                                   "04e6:5594", "054c:0193", "054c:02e1",
                                                   "1fd3:0608", "072f:2200", "072f:90cc"};

std::string word_of(const fs::path& file) {
  std::ifstream in(file);
  std::string word;
  in >> word;
  return word;
}

int number_of(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// "001:004" as the kernel names its node.
std::string place_of(const fs::path& device) {
  std::array<char, 16> place{};
  std::snprintf(place.data(), place.size(), "%03d:%03d", number_of(word_of(device / "busnum")),
                number_of(word_of(device / "devnum")));
  return place.data();
}

bool is_reader(const fs::path& device) {
  const std::string id = word_of(device / "idVendor") + ":" + word_of(device / "idProduct");
  return std::find(kReaders.begin(), kReaders.end(), id) != kReaders.end();
}

std::optional<fs::path> device_of(const std::string& connection, const UsbPaths& paths) {
  const auto colon = connection.find(':');
  const std::string wanted = colon == std::string::npos ? "" : connection.substr(colon + 1);
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(paths.devices, gone)) {
    if (!is_reader(entry.path())) continue;
    if (wanted.empty() || place_of(entry.path()) == wanted) return entry.path();
  }
  return std::nullopt;
}

/// Of the first of its interfaces that has one: "pn533_usb", "usbfs"; empty: free.
std::string driver_at(const fs::path& device) {
  const std::string interface = device.filename().string() + ":";
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(device, gone)) {
    if (!entry.path().filename().string().starts_with(interface)) continue;
    const auto driver = fs::read_symlink(entry.path() / "driver", gone);
    if (!gone) return driver.filename().string();
  }
  return "";
}

}  // namespace

std::optional<ReaderNews> usb_reader_news(const std::string& connection, const UsbPaths& paths) {
  const std::string kind = connection.substr(0, connection.find(':'));
  if (kind != "pn53x_usb" && kind != "acr122_usb") return std::nullopt;
  const auto device = device_of(connection, paths);
  if (!device) return ReaderNews{ReaderState::missing, ReaderTrouble::none};
  const std::string driver = driver_at(*device);
  if (!driver.empty() && driver != "usbfs") {
    return ReaderNews{ReaderState::busy, ReaderTrouble::kernel};
  }
  if (driver == "usbfs") {
    const bool pcscd = ::access(paths.pcscd.c_str(), F_OK) == 0;
    return ReaderNews{ReaderState::busy,
                      pcscd ? ReaderTrouble::pcscd_holds : ReaderTrouble::other_program};
  }
  std::string node = paths.nodes + "/" + place_of(*device);
  std::replace(node.end() - 4, node.end(), ':', '/');
  if (::access(node.c_str(), R_OK | W_OK) != 0 && errno == EACCES) {
    return ReaderNews{ReaderState::faulty, ReaderTrouble::permission};
  }
  return std::nullopt;
}

}  // namespace handbell::card
