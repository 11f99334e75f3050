#include "drivers/control/line_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace handbell::control {

namespace {

constexpr std::size_t kLongestLine = 256;

}  // namespace

Result<LineSocket> LineSocket::listening(std::string path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return fail(FaultCode::address_wrong, path);
  std::copy(path.begin(), path.end(), address.sun_path);
  ::unlink(path.c_str());
  const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what bind() takes
  const auto* name = reinterpret_cast<const sockaddr*>(&address);
  constexpr int kCallers = 8;
  if (::bind(listener, name, sizeof address) != 0 || ::listen(listener, kCallers) != 0) {
    ::close(listener);
    return fail(FaultCode::program_failed, path + ": " + std::generic_category().message(errno));
  }
  return LineSocket(listener, std::move(path));
}

LineSocket::LineSocket(LineSocket&& other) noexcept
    : listener_(std::exchange(other.listener_, -1)),
      path_(std::move(other.path_)),
      callers_(std::move(other.callers_)) {}

LineSocket::~LineSocket() {
  if (listener_ < 0) return;
  for (const auto& [caller, line] : callers_) ::close(caller);
  ::close(listener_);
  ::unlink(path_.c_str());
}

void LineSocket::add_to(std::vector<pollfd>& wanted) const {
  wanted.push_back({listener_, POLLIN, 0});
  for (const auto& [caller, line] : callers_) wanted.push_back({caller, POLLIN, 0});
}

void LineSocket::serve(const std::vector<pollfd>& ready,
                       const std::function<std::string(const std::string&)>& answer) {
  for (const pollfd& each : ready) {
    if (each.revents == 0) continue;
    if (each.fd == listener_) take_caller();
    if (callers_.contains(each.fd) && !hear(each.fd, answer)) {
      ::close(each.fd);
      callers_.erase(each.fd);
    }
  }
}

void LineSocket::take_caller() {
  const int caller = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (caller >= 0) callers_[caller];
}

bool LineSocket::hear(int caller, const std::function<std::string(const std::string&)>& answer) {
  std::array<char, 512> buffer{};
  const auto got = ::recv(caller, buffer.data(), buffer.size(), 0);
  if (got <= 0) return false;
  std::string& heard = callers_[caller];
  heard.append(buffer.data(), static_cast<std::size_t>(got));
  for (auto end = heard.find('\n'); end != std::string::npos; end = heard.find('\n')) {
    const std::string said = answer(heard.substr(0, end)) + "\n";
    heard.erase(0, end + 1);
    if (::send(caller, said.data(), said.size(), MSG_NOSIGNAL) < 0) return false;
  }
  return heard.size() < kLongestLine;
}

}  // namespace handbell::control
