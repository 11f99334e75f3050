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
    return Address(std::string(path), -1, false);
  }
  constexpr std::string_view kTls = "tls:";
  const bool tls = text.starts_with(kTls);
  const auto place = text.substr(tls ? kTls.size() : 0);
  const auto colon = place.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return wrong();
  auto host = place.substr(0, colon);
  const auto port = whole_number(place.substr(colon + 1));
  if (!port || *port < 0 || *port > 65'535) return wrong();
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  if (host.empty() || (!bracketed && host.find(':') != std::string_view::npos)) return wrong();
  return Address(std::string(host), static_cast<int>(*port), tls);
}

bool Address::is_local() const {
  return is_unix() || host_ == "127.0.0.1" || host_ == "::1" || host_ == "localhost";
}

std::string Address::text() const {
  if (is_unix()) return "unix:" + host_;
  const bool six = host_.find(':') != std::string::npos;
  return fmt::format("{}{}:{}", tls_ ? "tls:" : "", six ? "[" + host_ + "]" : host_, port_);
}

}  // namespace handbell::net
