// The real pcscd with vsmartcard's virtual reader, in a /run of its own, so that it meets no other.
//
// pcscd's socket has a fixed place. Where this user may not have a /run of its own, the service
// takes the machine's place if nobody else has it.
#pragma once

#include "../store/temporary_folder.h"
#include "running_program.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace handbell::testing_support {

class PcscService {
 public:
  /// Sets where libpcsclite looks for the service, which it asks once a process.
  PcscService()
      : folder_(folder_of_process()), own_run_(may_have_own_run()), port_(two_free_ports()) {
    for (const char* part : {"/run", "/with", "/without"}) {
      std::filesystem::create_directories(folder_ + part);
    }
    ::chmod(folder_.c_str(), 0755);
    // The two slots of a vpcd reader take this port and the next.
    std::ofstream(folder_ + "/with/vpcd")
        << "FRIENDLYNAME \"" << reader_name() << "\"\nDEVICENAME /dev/null:" << port_
        << "\nLIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID " << port_ << "\n";
    ::setenv("PCSCLITE_CSOCK_NAME", socket().c_str(), 1);
  }
  PcscService(const PcscService&) = delete;
  PcscService& operator=(const PcscService&) = delete;
  ~PcscService() { end(SIGKILL); }

  /// Empty: it can run. Else why not.
  [[nodiscard]] std::string refusal() const {
    if (!std::filesystem::exists("/usr/sbin/pcscd")) return "pcscd is not installed";
    if (!own_run_ && std::filesystem::exists(socket())) return "another pcscd runs here";
    return "";
  }
  [[nodiscard]] std::string reader_name() const { return "Handbell Virtual PICC"; }
  [[nodiscard]] std::string socket() const {
    return own_run_ ? folder_ + "/run/pcscd.comm" : "/run/pcscd/pcscd.comm";
  }
  [[nodiscard]] std::uint16_t port() const { return port_; }

  /// With its reader, or with none.
  bool start(bool with_reader = true) {
    const std::string serve = "exec /usr/sbin/pcscd --foreground --critical --config " + folder_ +
                              (with_reader ? "/with" : "/without");
    const std::string place = "mount -t tmpfs none /run && mkdir /run/pcscd && mount --bind " +
                              folder_ + "/run /run/pcscd && ";
    // It ends with the test, however that ends.
    std::vector<std::string> command{"/usr/bin/setpriv", "--pdeathsig", "KILL"};
    if (own_run_) {
      command.insert(command.end(), {"/usr/bin/unshare", ::geteuid() == 0 ? "-m" : "-rm"});
    }
    command.insert(command.end(), {"/bin/sh", "-c", own_run_ ? place + serve : serve});
    std::filesystem::remove(socket());
    std::filesystem::remove(folder_ + "/run/pcscd.pid");
    program_ = std::make_unique<RunningProgram>(command, folder_ + "/pcscd.log");
    return until([this] { return std::filesystem::exists(socket()); });
  }
  void send(int signal) const { ::kill(program_->pid(), signal); }
  void end(int signal) {
    if (program_) program_->end(signal);
    program_.reset();
  }

 private:
  static const std::string& folder_of_process() {
    static const store::TemporaryFolder folder;
    return folder.path();
  }
  static bool may_have_own_run() {
    RunningProgram probe({"/usr/bin/unshare", ::geteuid() == 0 ? "-m" : "-rm", "/bin/sh", "-c",
                          "mount -t tmpfs none /run 2>/dev/null"});
    return probe.wait() == 0;
  }
  static bool free_port(std::uint16_t port) {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const bool bound =
        ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    return bound;
  }
  /// Below the ports that the machine gives away by itself.
  static std::uint16_t two_free_ports() {
    const auto first = static_cast<unsigned>(::getpid()) % 5000U * 2U;
    for (unsigned i = 0; i < 1000; ++i) {
      const auto port = static_cast<std::uint16_t>(20'000U + (first + 2U * i) % 10'000U);
      if (free_port(port) && free_port(static_cast<std::uint16_t>(port + 1U))) return port;
    }
    return 0;
  }

  std::string folder_;
  bool own_run_;
  std::uint16_t port_;
  std::unique_ptr<RunningProgram> program_;
};

}  // namespace handbell::testing_support
