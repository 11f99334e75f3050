#include "drivers/card/reader_finder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

namespace handbell::card {

namespace {

namespace fs = std::filesystem;

struct KnownDevice {
  std::string_view vendor;
  std::string_view product;
  std::string_view name;
};
constexpr std::array<KnownDevice, 8> kAdapters{{{"0403", "6001", "FTDI FT232R adapter"},
                                                {"0403", "6015", "FTDI FT-X adapter"},
                                                {"1a86", "7522", "CH340 adapter"},
                                                {"1a86", "7523", "CH340 adapter"},
                                                {"1a86", "55d4", "CH9102 adapter"},
                                                {"10c4", "ea60", "CP210x adapter"},
                                                {"067b", "2303", "PL2303 adapter"},
                                                {"067b", "23a3", "PL2303 adapter"}}};
constexpr std::array<KnownDevice, 4> kUsbChips{{{"04cc", "2533", "NXP PN533"},
                                                {"04e6", "5591", "SCM SCL3711"},
                                                {"04e6", "5594", "SCM SCL3712"},
                                                {"1fd3", "0608", "ASK LoGO"}}};
constexpr std::array<KnownDevice, 2> kWedges{
    {{"ffff", "0035", "reader that types"}, {"08ff", "0009", "reader that types"}}};
constexpr std::string_view kSmartCardClass = "0b";

std::string line_in(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (!line.empty() && line.back() <= ' ') line.pop_back();
  return line;
}

/// By name, so that two runs say the same; empty where there is no such folder.
std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    entries.push_back(it->path());
  }
  std::ranges::sort(entries);
  return entries;
}

template <std::size_t kSize>
const KnownDevice* known_in(const std::array<KnownDevice, kSize>& all, const std::string& vendor,
                            const std::string& product) {
  const auto found = std::ranges::find_if(all, [&](const KnownDevice& each) {
    return each.vendor == vendor && each.product == product;
  });
  return found == all.end() ? nullptr : &*found;
}

/// A name of this device that does not change when another is plugged in before it; else itself.
std::string stable_name(const fs::path& device, const std::vector<fs::path>& folders,
                        std::string_view begins) {
  std::error_code error;
  const auto real = fs::weakly_canonical(device, error);
  for (const auto& folder : folders) {
    for (const auto& name : entries_of(folder)) {
      if (!fs::is_symlink(name, error)) continue;
      const bool ours = folder != folders.front() || name.filename().string().starts_with(begins) ||
                        begins.empty();
      if (ours && fs::weakly_canonical(name, error) == real) return name.string();
    }
  }
  return device.string();
}

bool may_open(const fs::path& device) { return ::access(device.c_str(), R_OK | W_OK) == 0; }

std::optional<std::string> terminal_of(const fs::path& device) {
  for (const auto& interface : entries_of(device)) {
    for (const auto& below : {interface, interface / "tty"}) {
      for (const auto& each : entries_of(below)) {
        const std::string name = each.filename().string();
        if (name.starts_with("ttyUSB") || name.starts_with("ttyACM")) return name;
      }
    }
  }
  return std::nullopt;
}

FoundReader adapter(const fs::path& device, const KnownDevice& known, const MachineRoots& roots) {
  FoundReader found{"", std::string(known.name)};
  const auto terminal = terminal_of(device);
  if (!terminal) {
    const bool braille = fs::exists(roots.usr + "/bin/brltty");
    found.advice = braille ? "brltty took it for a Braille display: apt-get remove brltty, then "
                             "plug it in again."
                           : "The kernel made no port of it: plug it in again.";
    return found;
  }
  const fs::path port = fs::path(roots.dev) / *terminal;
  const auto name = stable_name(port, {roots.dev, roots.dev + "/serial/by-id"}, "handbell-reader");
  found.connection = "pn532_uart:" + name;
  if (!may_open(port)) found.trouble = ReaderTrouble::permission;
  if (name == port.string()) found.advice = "Its name may change: run deploy/machine/install.";
  return found;
}

/// The kernel driver that holds the first interface of this device.
std::string driver_of(const fs::path& device) {
  std::error_code error;
  for (const auto& interface : entries_of(device)) {
    const auto driver = fs::read_symlink(interface / "driver", error);
    if (!error) return driver.filename().string();
  }
  return "";
}

FoundReader usb_chip(const fs::path& device, const KnownDevice& known) {
  FoundReader found{"pn53x_usb", std::string(known.name)};
  const auto driver = driver_of(device);
  if (driver == "pn533_usb") found.trouble = ReaderTrouble::kernel;
  if (driver == "usbfs") found.trouble = ReaderTrouble::other_program;
  return found;
}

bool is_smart_card_reader(const fs::path& device) {
  return std::ranges::any_of(entries_of(device), [](const fs::path& interface) {
    return line_in(interface / "bInterfaceClass") == kSmartCardClass;
  });
}

FoundReader pcsc_reader(const fs::path& device, const MachineRoots& roots) {
  std::string name = line_in(device / "product");
  if (name.empty()) name = "smart card reader";
  FoundReader found{"pcsc:" + name, name};
  if (!fs::exists(roots.run + "/pcscd/pcscd.comm")) found.trouble = ReaderTrouble::pcscd_absent;
  if (name.find("ACR122") != std::string::npos) {
    found.advice = "This model is known to lock up: take another, as assets/docs/hardware.md says.";
  }
  return found;
}

void find_usb(const MachineRoots& roots, std::vector<FoundReader>& adapters,
              std::vector<FoundReader>& chips, std::vector<FoundReader>& pcsc) {
  for (const auto& device : entries_of(roots.sys + "/bus/usb/devices")) {
    const std::string vendor = line_in(device / "idVendor");
    const std::string product = line_in(device / "idProduct");
    if (vendor.empty()) continue;
    if (const auto* known = known_in(kAdapters, vendor, product)) {
      adapters.push_back(adapter(device, *known, roots));
    } else if (const auto* chip = known_in(kUsbChips, vendor, product)) {
      chips.push_back(usb_chip(device, *chip));
    } else if (is_smart_card_reader(device)) {
      pcsc.push_back(pcsc_reader(device, roots));
    }
  }
}

void find_wedges(const MachineRoots& roots, std::vector<FoundReader>& wedges) {
  for (const auto& event : entries_of(roots.sys + "/class/input")) {
    const std::string name = event.filename().string();
    if (!name.starts_with("event")) continue;
    const fs::path id = event / "device" / "id";
    const auto* known = known_in(kWedges, line_in(id / "vendor"), line_in(id / "product"));
    if (known == nullptr) continue;
    const fs::path device = fs::path(roots.dev) / "input" / name;
    const auto stable = stable_name(device, {roots.dev + "/input/by-id"}, "");
    FoundReader found{"wedge:" + stable, line_in(event / "device" / "name")};
    if (found.what.empty()) found.what = known->name;
    if (!may_open(device)) found.trouble = ReaderTrouble::permission;
    wedges.push_back(std::move(found));
  }
}

}  // namespace

std::vector<FoundReader> find_readers(const MachineRoots& roots) {
  std::vector<FoundReader> all;
  std::vector<FoundReader> chips;
  std::vector<FoundReader> pcsc;
  find_usb(roots, all, chips, pcsc);
  all.insert(all.end(), chips.begin(), chips.end());
  all.insert(all.end(), pcsc.begin(), pcsc.end());
  find_wedges(roots, all);
  return all;
}

std::string lock_holder(const std::string& port, const MachineRoots& roots) {
  struct stat node {};
  if (::stat(port.c_str(), &node) != 0) return "";
  std::ifstream locks(roots.proc + "/locks");
  std::string line;
  while (std::getline(locks, line)) {
    std::stringstream words(line);
    std::string number;
    std::string kind;
    std::string way;
    std::string mode;
    std::string process;
    std::string place;
    if (!(words >> number >> kind >> way >> mode >> process >> place) || kind != "FLOCK") continue;
    const auto colon = place.rfind(':');
    if (colon == std::string::npos || place.substr(colon + 1) != std::to_string(node.st_ino)) {
      continue;
    }
    const std::string name = line_in(roots.proc + "/" + process + "/comm");
    if (!name.empty()) return name + ", process " + process;
  }
  return "";
}

}  // namespace handbell::card
