// What deploy/machine puts on a kiosk's machine, read as udev and modprobe read it (readers.md, On
// the machine), and its installer run for real into a folder.
#include "udev_rules.h"
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace handbell::deploy {
namespace {

namespace fs = std::filesystem;
const std::string kMachine = HANDBELL_SOURCE "/deploy/machine/";

std::string machine_file(const std::string& name) {
  std::ifstream file(kMachine + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<UdevRule> our_rules() {
  auto rules = parse_udev_rules(machine_file("94-handbell-readers.rules"));
  EXPECT_TRUE(rules) << (rules ? "" : rules.error().where);
  return rules ? *rules : std::vector<UdevRule>{};
}

UdevDevice port(const std::string& vendor, const std::string& product) {
  return {{"ACTION", "add"},
          {"SUBSYSTEM", "tty"},
          {"SUBSYSTEMS", "usb"},
          {"KERNEL", "ttyUSB0"},
          {"ATTRS{idVendor}", vendor},
          {"ATTRS{idProduct}", product},
          {"ENV{ID_PATH_TAG}", "pci-0000_00_14_0-usb-0_2"}};
}

UdevDevice usb(const std::string& vendor, const std::string& product) {
  return {
      {"ACTION", "add"},          {"SUBSYSTEM", "usb"},         {"ENV{DEVTYPE}", "usb_device"},
      {"ATTR{idVendor}", vendor}, {"ATTR{idProduct}", product}, {"ATTR{power/control}", "auto"}};
}

using Product = std::pair<std::string, std::string>;
const std::vector<Product> kAdapters{
    {"0403", "6001"}, {"0403", "6015"}, {"1a86", "7523"}, {"10c4", "ea60"}, {"067b", "2303"}};

TEST(MachinesReaders, on_serial_adapters_have_a_name_that_stays_and_a_group) {
  const auto rules = our_rules();
  for (const auto& [vendor, product] : kAdapters) {
    auto got = plugged_in(rules, port(vendor, product));
    EXPECT_EQ(got.links, (std::vector<std::string>{"handbell-reader",
                                                   "handbell-reader-at-pci-0000_00_14_0-usb-0_2"}))
        << vendor;
    EXPECT_EQ(got.set["GROUP"], "handbell-readers") << vendor;
    EXPECT_EQ(got.set["MODE"], "0660") << vendor;
  }
}

TEST(MachinesReaders, are_written_to_by_no_modem_manager_and_do_not_sleep) {
  const auto rules = our_rules();
  for (const auto& [vendor, product] : kAdapters) {
    EXPECT_EQ(plugged_in(rules, port(vendor, product)).set["ENV{ID_MM_DEVICE_IGNORE}"], "1");
    auto device = plugged_in(rules, usb(vendor, product));
    EXPECT_EQ(device.set["ENV{ID_MM_DEVICE_IGNORE}"], "1") << vendor;
    EXPECT_EQ(device.set["ATTR{power/control}"], "on") << vendor;
  }
}

TEST(MachinesReaders, on_ftdi_adapters_are_heard_after_1_ms) {
  UdevDevice device{{"ACTION", "add"}, {"SUBSYSTEM", "usb-serial"}, {"DRIVER", "ftdi_sio"}};
  EXPECT_EQ(plugged_in(our_rules(), device).set["ATTR{latency_timer}"], "1");
  device["DRIVER"] = "ch341-uart";
  EXPECT_TRUE(plugged_in(our_rules(), device).set.empty());
}

TEST(MachinesReaders, on_usb_are_opened_by_the_group) {
  for (const auto& [vendor, product] :
       std::vector<Product>{{"04cc", "2533"}, {"04e6", "5591"}, {"1fd3", "0608"}, {"072f", "2200"}}) {
    auto got = plugged_in(our_rules(), usb(vendor, product));
    EXPECT_EQ(got.set["GROUP"], "handbell-readers") << vendor;
    EXPECT_EQ(got.set["ATTR{power/control}"], "on") << vendor;
  }
}

TEST(MachinesReaders, that_type_like_a_keyboard_type_into_no_window) {
  const UdevDevice wedge{{"ACTION", "add"},
                         {"SUBSYSTEM", "input"},
                         {"KERNEL", "event7"},
                         {"ENV{ID_VENDOR_ID}", "ffff"},
                         {"ENV{ID_MODEL_ID}", "0035"}};
  auto got = plugged_in(our_rules(), wedge);
  EXPECT_EQ(got.set["ENV{LIBINPUT_IGNORE_DEVICE}"], "1");
  EXPECT_EQ(got.set["GROUP"], "handbell-readers");
}

TEST(MachinesReaders, are_nothing_else_that_is_plugged_in_or_pulled_out) {
  const auto rules = our_rules();
  const auto untouched = [&](const UdevDevice& device) {
    const auto got = plugged_in(rules, device);
    return got.links.empty() && got.set.empty();
  };
  EXPECT_TRUE(untouched(usb("046d", "c077")));   // a mouse
  EXPECT_TRUE(untouched(port("2341", "0043")));  // somebody's Arduino
  EXPECT_TRUE(untouched({{"ACTION", "add"},
                         {"SUBSYSTEM", "input"},
                         {"KERNEL", "event3"},
                         {"ENV{ID_VENDOR_ID}", "046d"},
                         {"ENV{ID_MODEL_ID}", "c31c"}}));  // the office's keyboard
  auto pulled = port("0403", "6001");
  pulled["ACTION"] = "remove";
  EXPECT_TRUE(untouched(pulled));
}

TEST(UdevRules, that_mean_nothing_are_found) {
  EXPECT_FALSE(parse_udev_rules("SUBSYTEM==\"tty\", GROUP=\"x\"\n"));
  EXPECT_FALSE(parse_udev_rules("GROUP==\"x\"\n"));
  EXPECT_FALSE(parse_udev_rules("ATTR==\"x\"\n"));
  EXPECT_FALSE(parse_udev_rules("KERNEL==\"x\" GROUP=\"y\"\n"));
  EXPECT_FALSE(parse_udev_rules("ACTION==\"remove\", GOTO=\"nowhere\"\n"));
  EXPECT_FALSE(parse_udev_rules("KERNEL==\"x, GROUP=\"y\"\n"));
}

TEST(KernelsModules, that_take_readers_first_are_blacklisted) {
  std::stringstream lines(machine_file("handbell-readers.conf"));
  std::set<std::string> named;
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::stringstream words(line);
    std::string verb;
    std::string module;
    std::string rest;
    EXPECT_TRUE(words >> verb >> module) << line;
    EXPECT_FALSE(words >> rest) << line;
    EXPECT_EQ(verb, "blacklist") << line;
    named.insert(module);
  }
  EXPECT_EQ(named, (std::set<std::string>{"nfc", "pn533", "pn533_usb"}));
}

TEST(Pcscd, ignores_an_acr122u_only_where_it_is_asked_to) {
  const auto text = machine_file("pcscd-ignores-acr122u.conf");
  EXPECT_NE(text.find("\n[Service]\n"), std::string::npos);
  EXPECT_NE(text.find("\nEnvironment=PCSCLITE_FILTER_IGNORE_READER_NAMES=ACR122U\n"),
            std::string::npos);
}

class MachineInstall : public ::testing::Test {
 protected:
  MachineInstall() {
    std::string name = (fs::temp_directory_path() / "handbell-machine-XXXXXX").string();
    root_ = ::mkdtemp(name.data());
  }
  MachineInstall(const MachineInstall&) = delete;
  MachineInstall& operator=(const MachineInstall&) = delete;
  ~MachineInstall() override { fs::remove_all(root_); }

  /// The exit status; what it said is in said_.
  int run(const std::string& words) {
    const std::string command = kMachine + "install --into " + root_ + " " + words + " 2>&1";
    said_.clear();
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) said_ += buffer.data();
    const int status = ::pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] bool has(const std::string& path) const { return fs::exists(root_ + path); }

  std::string root_;
  std::string said_;
};

TEST_F(MachineInstall, puts_what_is_needed_and_then_finds_it) {
  EXPECT_EQ(run("--check"), 1);
  EXPECT_NE(said_.find("deploy/machine/install"), std::string::npos) << said_;
  EXPECT_EQ(run(""), 0) << said_;
  EXPECT_TRUE(has("/etc/udev/rules.d/94-handbell-readers.rules"));
  EXPECT_TRUE(has("/etc/modprobe.d/handbell-readers.conf"));
  EXPECT_FALSE(has("/etc/systemd/system/pcscd.service.d/handbell-acr122u.conf"));
  EXPECT_EQ(run("--check"), 0) << said_;
  EXPECT_EQ(run(""), 0) << said_;  // again: nothing is harmed
}

TEST_F(MachineInstall, lets_pcscd_ignore_an_acr122u_when_asked) {
  EXPECT_EQ(run("--acr122u"), 0) << said_;
  EXPECT_TRUE(has("/etc/systemd/system/pcscd.service.d/handbell-acr122u.conf"));
}

TEST_F(MachineInstall, says_that_brltty_takes_adapters_away) {
  ASSERT_EQ(run(""), 0);
  fs::create_directories(root_ + "/usr/bin");
  std::ofstream(root_ + "/usr/bin/brltty") << "x";
  EXPECT_EQ(run("--check"), 1);
  EXPECT_NE(said_.find("brltty"), std::string::npos) << said_;
}

TEST_F(MachineInstall, refuses_words_that_it_does_not_know) {
  EXPECT_EQ(run("--everything"), 2);
  EXPECT_FALSE(has("/etc"));
}

}  // namespace
}  // namespace handbell::deploy
