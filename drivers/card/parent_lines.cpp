#include "drivers/card/parent_lines.h"

#include "drivers/card/relay_line.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace handbell::card {

ParentLines::ParentLines(int descriptor) : descriptor_(descriptor) {
  struct stat about {};
  const bool line =
      ::fstat(descriptor, &about) == 0 && (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode));
  if (!line) descriptor_ = -1;
}

std::optional<std::string> ParentLines::next() {
  auto end = heard_.find('\n');
  if (end == std::string::npos) {
    read_some();
    end = heard_.find('\n');
  }
  if (end == std::string::npos) {
    // No line of ours is that long: what follows until the next one is no use.
    if (heard_.size() > kLongestRelayLine) heard_.clear();
    return std::nullopt;
  }
  std::string line = heard_.substr(0, end);
  heard_.erase(0, end + 1);
  return line;
}

void ParentLines::read_some() {
  if (descriptor_ < 0 || ended_) return;
  pollfd wanted{descriptor_, POLLIN, 0};
  if (::poll(&wanted, 1, 0) <= 0) return;
  std::array<char, 1024> buffer{};
  const auto got = ::read(descriptor_, buffer.data(), buffer.size());
  if (got > 0) {
    heard_.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
    ended_ = true;
  }
}

}  // namespace handbell::card
