// The finder against a machine of folders: what hangs on it, and that nothing is opened.
#include "drivers/card/reader_finder.h"

#include "drivers/card/pcsc_answer.h"

#include "../store/temporary_folder.h"
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace handbell::card {
namespace {

namespace fs = std::filesystem;

class FinderTest : public ::testing::Test {
 protected:
  void write(const std::string& path, const std::string& text) {
    const fs::path whole = root_ + path;
    fs::create_directories(whole.parent_path());
    std::ofstream(whole) << text << "\n";
  }
  void link(const std::string& path, const std::string& target) {
    const fs::path whole = root_ + path;
    fs::create_directories(whole.parent_path());
    fs::create_symlink(target, whole);
  }
  void usb(const std::string& name, const std::string& vendor, const std::string& product,
           const std::string& words = "") {
    write("/sys/bus/usb/devices/" + name + "/idVendor", vendor);
    write("/sys/bus/usb/devices/" + name + "/idProduct", product);
    if (!words.empty()) write("/sys/bus/usb/devices/" + name + "/product", words);
  }
  /// An adapter of which the kernel made ttyUSB0.
  void adapter() {
    usb("1-2", "1a86", "7523");
    write("/sys/bus/usb/devices/1-2/1-2:1.0/ttyUSB0/port_number", "0");
    write("/dev/ttyUSB0", "");
  }
  std::vector<FoundReader> found() { return find_readers(roots_); }

  store::TemporaryFolder folder_;
  std::string root_ = folder_.path();
  MachineRoots roots_{root_ + "/sys", root_ + "/dev", root_ + "/run", root_ + "/usr",
                      root_ + "/proc"};
};

TEST_F(FinderTest, a_machine_without_readers_has_none) {
  EXPECT_TRUE(found().empty());
  usb("1-1", "046d", "c077", "Mouse");
  EXPECT_TRUE(found().empty());
}

TEST_F(FinderTest, an_adapter_is_named_by_what_stays) {
  adapter();
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].connection, "pn532_uart:" + root_ + "/dev/ttyUSB0");
  EXPECT_NE(found()[0].advice.find("deploy/machine/install"), std::string::npos);
  link("/dev/serial/by-id/usb-1a86-if00", "../../ttyUSB0");
  EXPECT_EQ(found()[0].connection, "pn532_uart:" + root_ + "/dev/serial/by-id/usb-1a86-if00");
  link("/dev/handbell-reader", "ttyUSB0");
  EXPECT_EQ(found()[0],
            (FoundReader{"pn532_uart:" + root_ + "/dev/handbell-reader", "CH340 adapter"}));
}

TEST_F(FinderTest, an_adapter_that_brltty_took_says_so) {
  usb("1-2", "1a86", "7523");
  EXPECT_NE(found()[0].advice.find("plug it in again"), std::string::npos);
  EXPECT_EQ(found()[0].connection, "");
  write("/usr/bin/brltty", "");
  EXPECT_NE(found()[0].advice.find("brltty"), std::string::npos);
}

TEST_F(FinderTest, a_usb_chip_that_the_kernel_took_says_so) {
  usb("1-3", "04cc", "2533");
  fs::create_directories(root_ + "/sys/bus/usb/devices/1-3/1-3:1.0");
  EXPECT_EQ(found()[0], (FoundReader{"pn53x_usb", "NXP PN533"}));
  link("/sys/bus/usb/devices/1-3/1-3:1.0/driver", "../../../../bus/usb/drivers/pn533_usb");
  EXPECT_EQ(found()[0].trouble, ReaderTrouble::kernel);
}

TEST_F(FinderTest, a_smart_card_reader_needs_pcscd) {
  usb("1-4", "072f", "223b", "ACR1252 Dual Reader");
  write("/sys/bus/usb/devices/1-4/1-4:1.0/bInterfaceClass", "0b");
  EXPECT_EQ(found()[0], (FoundReader{"pcsc:ACR1252 Dual Reader", "ACR1252 Dual Reader",
                                     ReaderTrouble::pcscd_absent}));
  write("/run/pcscd/pcscd.comm", "");
  EXPECT_EQ(found()[0].trouble, ReaderTrouble::none);
  // The name by which it is offered is one by which it is found.
  const std::string by_pcscd = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00";
  EXPECT_EQ(chosen_reader({by_pcscd}, found()[0].connection.substr(5)), by_pcscd);
}

TEST_F(FinderTest, an_acr122u_is_advised_against) {
  usb("1-4", "072f", "2200", "ACR122U PICC Interface");
  write("/sys/bus/usb/devices/1-4/1-4:1.0/bInterfaceClass", "0b");
  EXPECT_NE(found()[0].advice.find("lock up"), std::string::npos);
}

TEST_F(FinderTest, a_reader_that_types_is_found_and_the_offices_keyboard_is_not) {
  write("/sys/class/input/event7/device/id/vendor", "ffff");
  write("/sys/class/input/event7/device/id/product", "0035");
  write("/sys/class/input/event7/device/name", "Sycreader RFID Technology");
  write("/sys/class/input/event3/device/id/vendor", "046d");
  write("/sys/class/input/event3/device/id/product", "c31c");
  write("/dev/input/event7", "");
  link("/dev/input/by-id/usb-Sycreader-event-kbd", "../event7");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0], (FoundReader{"wedge:" + root_ + "/dev/input/by-id/usb-Sycreader-event-kbd",
                                     "Sycreader RFID Technology"}));
}

TEST_F(FinderTest, who_holds_the_lock_is_named) {
  adapter();
  const std::string port = root_ + "/dev/ttyUSB0";
  EXPECT_EQ(lock_holder(port, roots_), "");
  struct stat node {};
  ASSERT_EQ(::stat(port.c_str(), &node), 0);
  write("/proc/locks",
        "1: POSIX  ADVISORY  WRITE 12 00:14:99 0 EOF\n2: FLOCK  ADVISORY  WRITE 814 "
        "00:05:" +
            std::to_string(node.st_ino) + " 0 EOF");
  write("/proc/814/comm", "handbell-reader");
  EXPECT_EQ(lock_holder(port, roots_), "handbell-reader, process 814");
  EXPECT_EQ(lock_holder(root_ + "/nowhere", roots_), "");
}

}  // namespace
}  // namespace handbell::card
