// A slip by a raw queue of CUPS: the real service, with a printer of ours at its other end.
#include "drivers/printer/escpos.h"
#include "drivers/printer/printed_page.h"
#include "drivers/printer/printer_port.h"

#include "../../store/temporary_folder.h"
#include "running_program.h"
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace handbell::printer {
namespace {

namespace fs = std::filesystem;
using testing_support::RunningProgram;
using testing_support::until;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Ends with the test. It asks for no password, and everything of it lies in one folder.
class Cups {
 public:
  Cups() {
    for (const char* each :
         {"root", "spool", "cache", "state", "tmp", "bin/backend", "bin/filter"}) {
      fs::create_directories(folder_.file(each));
    }
    fs::create_directory_symlink("/usr/lib/cups/daemon", folder_.file("bin/daemon"));
    // Whoever the service becomes has to pass through.
    ::chmod(folder_.path().c_str(), 0755);
    fs::permissions(folder_.file("tmp"), fs::perms::all);
    write_backend();
    write_settings();
    std::ofstream(printed()) << "";
    fs::permissions(printed(), fs::perms::all);
    ::setenv("CUPS_SERVER", folder_.file("cups.sock").c_str(), 1);
    service_.emplace(
        std::vector<std::string>{"/usr/sbin/cupsd", "-f", "-c", folder_.file("cupsd.conf"), "-s",
                                 folder_.file("cups-files.conf")},
        folder_.file("out"));
  }
  Cups(const Cups&) = delete;
  Cups& operator=(const Cups&) = delete;
  ~Cups() {
    service_.reset();
    ::unsetenv("CUPS_SERVER");
  }

  /// As a technician makes one.
  [[nodiscard]] bool make_queue(const std::string& name) const {
    const std::string make =
        "/usr/sbin/lpadmin -p " + name + " -v wire:" + printed() + " -m raw -E >/dev/null 2>&1";
    return until([&] { return std::system(make.c_str()) == 0; });
  }
  [[nodiscard]] std::string printed() const { return folder_.file("printed"); }
  [[nodiscard]] std::string log() const { return bytes_of(folder_.file("error")); }

 private:
  /// The printer's end of the wire.
  void write_backend() const {
    const std::string path = folder_.file("bin/backend/wire");
    std::ofstream(path) << "#!/bin/sh\n[ $# = 0 ] && exit 0\n"
                           "exec cat \"${6:--}\" >>\"${DEVICE_URI#wire:}\"\n";
    ::chmod(path.c_str(), 0755);
  }
  void write_settings() const {
    std::ofstream files(folder_.file("cups-files.conf"));
    files << "User lp\nGroup lp\nSystemGroup root\n";
    for (const auto& [name, place] :
         std::vector<std::pair<std::string, std::string>>{{"ServerRoot", "root"},
                                                          {"RequestRoot", "spool"},
                                                          {"CacheDir", "cache"},
                                                          {"StateDir", "state"},
                                                          {"TempDir", "tmp"},
                                                          {"AccessLog", "access"},
                                                          {"ErrorLog", "error"},
                                                          {"PageLog", "page"},
                                                          {"ServerBin", "bin"}}) {
      files << name << " " << folder_.file(place) << "\n";
    }
    std::ofstream(folder_.file("cupsd.conf"))
        << "Listen " << folder_.file("cups.sock") << "\nBrowsing No\nWebInterface No\n"
        << "DefaultAuthType None\n<Location />\nAllow all\n</Location>\n"
        << "<Location /admin>\nAllow all\n</Location>\n"
        << "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n";
  }

  store::TemporaryFolder folder_;
  std::optional<RunningProgram> service_;
};

Bitmap slip() { return {576, 300, std::vector<std::uint8_t>(std::size_t{72} * 300, 0x5A)}; }

TEST(CupsQueue, hands_a_slip_on_byte_for_byte_and_an_unknown_queue_takes_none) {
  if (::geteuid() != 0) GTEST_SKIP() << "CUPS starts as root alone";
  const Cups cups;
  ASSERT_TRUE(cups.make_queue("front-door")) << cups.log();
  const auto port = open_port({Way::queue, "front-door", 9100, 80}, seconds(2));
  ASSERT_NE(port, nullptr);
  EXPECT_EQ(port->hear(Millis{10}), std::nullopt) << "it says nothing of paper";
  ASSERT_TRUE(port->send(slip_bytes(slip()), seconds(5)));
  ASSERT_TRUE(port->finish(seconds(10))) << cups.log();
  const std::string sent = slip_bytes(slip());
  EXPECT_TRUE(until([&] { return bytes_of(cups.printed()).size() >= sent.size(); }));
  PrintedPage page;
  (void)page.take(bytes_of(cups.printed()));
  EXPECT_EQ(page.slips().size(), 1U);
  EXPECT_EQ(page.strange_bytes(), 0);

  const auto unknown = open_port({Way::queue, "no-such-door", 9100, 80}, seconds(2));
  ASSERT_NE(unknown, nullptr);
  (void)unknown->send(sent, seconds(2));
  EXPECT_FALSE(unknown->finish(seconds(10)));
}

}  // namespace
}  // namespace handbell::printer
