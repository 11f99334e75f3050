#include "app/office/web/browser_guard.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::office {
bool is_local_host(std::string_view host) {
  if (host.starts_with("[::1]")) {
    host.remove_prefix(5);
    return host.empty() || host.front() == ':';
  }
  const auto name = host.substr(0, host.find(':'));
  return name == "127.0.0.1" || name == "localhost";
}

bool is_named_host(std::string_view host, const std::vector<std::string>& names) {
  const auto colon = host.rfind(':');
  const bool port =
      colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  auto name = port ? host.substr(0, colon) : host;
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  return std::ranges::find(names, ascii_lower(name)) != names.end();
}

bool is_from_our_page(const net::Request& request) {
  const std::string site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin";
  const std::string scheme = request.secure ? "https://" : "http://";
  const std::string origin = request.header("origin");
  return origin.empty() || origin == scheme + request.header("host");
}

void guard(net::Response& response) {
  auto& headers = response.headers;
  headers.try_emplace("Cache-Control", "no-store");
  headers["Content-Security-Policy"] =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  headers["X-Content-Type-Options"] = "nosniff";
  headers["X-Frame-Options"] = "DENY";
  headers["Referrer-Policy"] = "no-referrer";
  headers["Cross-Origin-Opener-Policy"] = "same-origin";
  headers["Cross-Origin-Resource-Policy"] = "same-origin";
}

}  // namespace handbell::office
