// A real X server with a touch panel on which the test's fingers press: Xorg, dummy video, and the
// input driver "inputtest".
#pragma once

#include "running_program.h"
#include "virtual_screen.h"
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace handbell::testing_support {

class FingerScreen {
 public:
  /// `folder` is the test's own. 1280x800 pixels, ten fingers.
  explicit FingerScreen(const std::string& folder)
      : socket_path_(folder + "/fingers.sock"),
        server_({"/usr/lib/xorg/Xorg", "-displayfd", "1", "-config", written_config(folder),
                 "-configdir", folder + "/no-more", "-nolisten", "tcp", "-noreset", "-logfile",
                 folder + "/xorg.log"},
                folder + "/xorg.said"),
        display_(display_in(folder + "/xorg.said")) {
    works_ = until([&] { return connect(); }) && greet();
  }
  FingerScreen(const FingerScreen&) = delete;
  FingerScreen& operator=(const FingerScreen&) = delete;
  ~FingerScreen() {
    if (fd_ >= 0) ::close(fd_);
  }

  [[nodiscard]] bool works() const { return works_; }
  [[nodiscard]] const std::string& display() const { return display_; }

  /// A finger, known by its number, comes down at these pixels.
  void down(unsigned finger, double x, double y) { touch(finger, kBegin, x, y); }
  void up(unsigned finger, double x, double y) { touch(finger, kEnd, x, y); }
  void press(double x, double y) {
    down(1, x, y);
    up(1, x, y);
  }

 private:
  // As the X Input Extension numbers them.
  static constexpr unsigned kBegin = 18;
  static constexpr unsigned kEnd = 20;
  static constexpr double kRange = 65'535;

  std::string written_config(const std::string& folder) const {
    std::filesystem::create_directories(folder + "/no-more");
    const std::string path = folder + "/xorg.conf";
    std::ofstream(path) << R"(Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1280x800" 83.50 1280 1352 1480 1680 800 803 809 831
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x800"
    Virtual 1280 800
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
  Option "SocketPath" ")"
                        << socket_path_ << R"("
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "fingers" "SendCoreEvents"
EndSection
)";
    return path;
  }

  bool connect() {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(socket_path_.begin(), socket_path_.end(), address.sun_path);
    fd_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
      return true;
    ::close(fd_);
    fd_ = -1;
    return false;
  }
  template <class Event>
  bool say(Event& event, xf86ITEventType type) {
    event.header.length = sizeof event;
    event.header.type = type;
    return ::send(fd_, &event, sizeof event, MSG_NOSIGNAL) == sizeof event;
  }
  bool greet() {
    xf86ITEventClientVersion version{};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    xf86ITResponseServerVersion answer{};
    return say(version, XF86IT_EVENT_CLIENT_VERSION) &&
           ::recv(fd_, &answer, sizeof answer, MSG_WAITALL) == sizeof answer;
  }
  void touch(unsigned finger, unsigned type, double x, double y) {
    xf86ITEventTouch event{};
    event.touchid = finger;
    event.touch_type = type;
    event.valuators.mask[0] = 3;  // x and y
    event.valuators.valuators[0] = x / 1280 * kRange;
    event.valuators.valuators[1] = y / 800 * kRange;
    works_ = works_ && say(event, XF86IT_EVENT_TOUCH);
    xf86ITEventWaitForSync wait{};
    xf86ITResponseSyncFinished done{};
    works_ = works_ && say(wait, XF86IT_EVENT_WAIT_FOR_SYNC) &&
             ::recv(fd_, &done, sizeof done, MSG_WAITALL) == sizeof done;
  }

  std::string socket_path_;
  RunningProgram server_;
  std::string display_;
  int fd_ = -1;
  bool works_ = false;
};

}  // namespace handbell::testing_support
