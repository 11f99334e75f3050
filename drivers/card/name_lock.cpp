#include "drivers/card/name_lock.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace handbell::card {

std::optional<NameLock> NameLock::take(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  // A name of no folder: behind a zero.
  const std::string whole = "handbell/" + name;
  const std::size_t size = std::min(whole.size(), sizeof address.sun_path - 1);
  std::copy_n(whole.begin(), size, address.sun_path + 1);
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + size);
  NameLock lock(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (lock.socket_ < 0) return std::nullopt;
  if (::bind(lock.socket_, reinterpret_cast<const sockaddr*>(&address), length) != 0) {
    return std::nullopt;
  }
  return lock;
}

NameLock::NameLock(NameLock&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
NameLock& NameLock::operator=(NameLock&& other) noexcept {
  std::swap(socket_, other.socket_);
  return *this;
}
NameLock::~NameLock() {
  if (socket_ >= 0) ::close(socket_);
}

}  // namespace handbell::card
