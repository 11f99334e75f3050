// A kernel's account of its USB devices, laid out in a folder.
#include "drivers/card/usb_reader.h"

#include "../store/temporary_folder.h"
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace handbell::card {
namespace {

namespace fs = std::filesystem;

class UsbReaderTest : public ::testing::Test {
 protected:
  UsbReaderTest() {
    fs::create_directories(paths_.devices);
    fs::create_directories(paths_.nodes + "/001");
  }
  void plug_in(const std::string& name, const std::string& vendor, const std::string& product,
               const std::string& number) {
    const std::string device = paths_.devices + "/" + name;
    fs::create_directories(device + "/" + name + ":1.0");
    for (const auto& [file, text] : {std::pair{"idVendor", vendor},
                                     {"idProduct", product},
                                     {"busnum", std::string("1")},
                                     {"devnum", number}}) {
      std::ofstream(device + "/" + file) << text << "\n";
    }
    std::ofstream(paths_.nodes + "/001/00" + number) << "";
  }
  void bind(const std::string& name, const std::string& driver) {
    fs::create_directory_symlink("/sys/bus/usb/drivers/" + driver,
                                 paths_.devices + "/" + name + "/" + name + ":1.0/driver");
  }
  std::optional<ReaderNews> news(const std::string& connection) {
    return usb_reader_news(connection, paths_);
  }

  store::TemporaryFolder folder_;
  UsbPaths paths_{folder_.file("devices"), folder_.file("nodes"), folder_.file("pcscd.comm")};
};

TEST_F(UsbReaderTest, a_serial_reader_is_none_of_its_business) {
  EXPECT_EQ(news("pn532_uart:/dev/handbell-reader"), std::nullopt);
}

TEST_F(UsbReaderTest, no_reader_is_missing_whatever_else_is_plugged_in) {
  plug_in("1-1", "046d", "c31c", "3");
  EXPECT_EQ(news("pn53x_usb"), (ReaderNews{ReaderState::missing, ReaderTrouble::none}));
  plug_in("1-2", "04cc", "2533", "4");
  EXPECT_EQ(news("pn53x_usb:001:005"), (ReaderNews{ReaderState::missing, ReaderTrouble::none}));
}

TEST_F(UsbReaderTest, a_kernel_module_that_took_it_is_named) {
  plug_in("1-2", "072f", "2200", "4");
  bind("1-2", "pn533_usb");
  EXPECT_EQ(news("acr122_usb:001:004"), (ReaderNews{ReaderState::busy, ReaderTrouble::kernel}));
  EXPECT_EQ(news("acr122_usb"), (ReaderNews{ReaderState::busy, ReaderTrouble::kernel}));
}

TEST_F(UsbReaderTest, pcscd_or_another_program_that_took_it_is_named) {
  plug_in("1-2", "072f", "2200", "4");
  bind("1-2", "usbfs");
  EXPECT_EQ(news("acr122_usb"), (ReaderNews{ReaderState::busy, ReaderTrouble::other_program}));
  std::ofstream(paths_.pcscd) << "";
  EXPECT_EQ(news("acr122_usb"), (ReaderNews{ReaderState::busy, ReaderTrouble::pcscd_holds}));
}

TEST_F(UsbReaderTest, a_free_one_has_no_such_trouble) {
  plug_in("1-2", "04e6", "5591", "4");
  EXPECT_EQ(news("pn53x_usb"), std::nullopt);
}

}  // namespace
}  // namespace handbell::card
