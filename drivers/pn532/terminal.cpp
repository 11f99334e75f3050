#include "drivers/pn532/terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace handbell::pn532 {

Result<Terminal> Terminal::plugged_in(std::string link) {
  const auto failed = [&] {
    return fail(FaultCode::program_failed, link + ": " + std::generic_category().message(errno));
  };
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return failed();
  std::array<char, 128> name{};
  if (::grantpt(master) != 0 || ::unlockpt(master) != 0 ||
      ::ptsname_r(master, name.data(), name.size()) != 0) {
    ::close(master);
    return failed();
  }
  const int kept = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  termios raw{};
  if (kept < 0 || ::tcgetattr(kept, &raw) != 0) {
    ::close(master);
    return failed();
  }
  ::cfmakeraw(&raw);
  ::tcsetattr(kept, TCSANOW, &raw);
  ::unlink(link.c_str());
  Terminal made(master, kept, link);
  if (::symlink(name.data(), link.c_str()) != 0) return failed();
  return made;
}

Terminal::Terminal(Terminal&& other) noexcept
    : master_(std::exchange(other.master_, -1)),
      kept_(std::exchange(other.kept_, -1)),
      link_(std::move(other.link_)) {}

Terminal& Terminal::operator=(Terminal&& other) noexcept {
  if (this == &other) return *this;
  unplug();
  master_ = std::exchange(other.master_, -1);
  kept_ = std::exchange(other.kept_, -1);
  link_ = std::move(other.link_);
  return *this;
}

Terminal::~Terminal() { unplug(); }

void Terminal::unplug() {
  if (master_ < 0) return;
  ::unlink(link_.c_str());
  ::close(kept_);
  ::close(master_);
  master_ = -1;
}

Bytes Terminal::read_some() const {
  std::array<std::uint8_t, 512> buffer{};
  const auto got = ::read(master_, buffer.data(), buffer.size());
  if (got <= 0) return {};
  return Bytes(buffer.begin(), buffer.begin() + got);
}

void Terminal::write_some(const Bytes& bytes) const {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto wrote = ::write(master_, bytes.data() + done, bytes.size() - done);
    if (wrote <= 0) return;
    done += static_cast<std::size_t>(wrote);
  }
}

}  // namespace handbell::pn532
