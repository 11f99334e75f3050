#include "fake_keyboard.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstring>

namespace handbell::testing_support {

namespace {

std::atomic<bool> grabs_fail = false;
std::atomic<bool> no_keys = false;
std::atomic<int> grab_count = 0;

constexpr unsigned kBits = 0x20;  // of EVIOCGBIT, and the kind of event on top
constexpr unsigned kName = 0x06;
constexpr unsigned kPlace = 0x07;
constexpr unsigned kSerial = 0x08;
constexpr unsigned kGrab = 0x90;
constexpr unsigned kBytesOfKeys = 16;  // the keys of every keyboard: 0 to 127

int refuse(int why) {
  errno = why;
  return -1;
}

int answer(unsigned long request, void* to, std::uintptr_t number) {
  const unsigned which = _IOC_NR(request);
  const std::size_t size = _IOC_SIZE(request);
  if (which == kGrab) {
    if (number == 0) return 0;
    if (grabs_fail) return refuse(EBUSY);
    ++grab_count;
    return 0;
  }
  if (which == kPlace || which == kSerial) return refuse(ENOENT);
  if (_IOC_DIR(request) != _IOC_READ) return 0;
  std::memset(to, 0, size);
  auto* bytes = static_cast<unsigned char*>(to);
  if (which == kName) std::strncpy(static_cast<char*>(to), "Reader", size - 1);
  if (which == kBits) bytes[0] = 1U << EV_SYN | 1U << EV_KEY;
  if (which == kBits + EV_KEY && !no_keys) {
    std::memset(to, 0xFF, size < kBytesOfKeys ? size : kBytesOfKeys);
  }
  return static_cast<int>(size);
}

}  // namespace

void FakeKeyboard::plug_in() {
  ::mkfifo(path_.c_str(), 0600);
  pipe_ = ::open(path_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
}

void FakeKeyboard::unplug() {
  ::unlink(path_.c_str());
  if (pipe_ >= 0) ::close(pipe_);
  pipe_ = -1;
}

bool FakeKeyboard::send(const std::vector<input_event>& events) const {
  for (input_event event : events) {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    event.input_event_sec = now.tv_sec;
    event.input_event_usec = now.tv_nsec / 1000;
    if (::write(pipe_, &event, sizeof event) != static_cast<ssize_t>(sizeof event)) return false;
  }
  return true;
}

void FakeKeyboard::let_grabs_fail(bool fail) { grabs_fail = fail; }
int FakeKeyboard::grabs() { return grab_count; }
void FakeKeyboard::have_no_keys(bool none) { no_keys = none; }

}  // namespace handbell::testing_support

/// In the place of the C library's, for all of this program.
extern "C" int ioctl(int descriptor, unsigned long request, ...) noexcept {
  va_list rest;
  va_start(rest, request);
  void* argument = va_arg(rest, void*);
  va_end(rest);
  struct stat what {};
  if (_IOC_TYPE(request) == 'E' && ::fstat(descriptor, &what) == 0 && S_ISFIFO(what.st_mode)) {
    return handbell::testing_support::answer(request, argument,
                                             reinterpret_cast<std::uintptr_t>(argument));
  }
  return static_cast<int>(::syscall(SYS_ioctl, descriptor, request, argument));
}
