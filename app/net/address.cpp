#include "app/net/address.h"

#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell::net {

Result<Address> Address::parse(std::string_view text) {
  const auto wrong = [&] {
    return fail(FaultCode::address_wrong, "\"" + std::string(text) + "\"");
  };
  constexpr std::size_t kLongestPath = 107;  // of a socket's name in the kernel
  if (text.starts_with("unix:")) {
    const auto path = text.substr(5);
    if (path.empty() || path.size() > kLongestPath) return wrong();
    return Address(std::string(path), -1);
  }
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return wrong();
  auto host = text.substr(0, colon);
  const auto port = whole_number(text.substr(colon + 1));
  if (!port || *port < 0 || *port > 65'535) return wrong();
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  if (host.empty() || (!bracketed && host.find(':') != std::string_view::npos)) return wrong();
  return Address(std::string(host), static_cast<int>(*port));
}

bool Address::is_local() const {
  return is_unix() || host_ == "127.0.0.1" || host_ == "::1" || host_ == "localhost";
}

std::string Address::text() const {
  if (is_unix()) return "unix:" + host_;
  const bool six = host_.find(':') != std::string::npos;
  return six ? fmt::format("[{}]:{}", host_, port_) : fmt::format("{}:{}", host_, port_);
}

}  // namespace handbell::net
