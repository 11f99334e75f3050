#include "app/office/web/browser_guard.h"

namespace handbell::office {
bool is_local_host(std::string_view host) {
  if (host.starts_with("[::1]")) {
    host.remove_prefix(5);
    return host.empty() || host.front() == ':';
  }
  const auto name = host.substr(0, host.find(':'));
  return name == "127.0.0.1" || name == "localhost";
}

bool is_from_our_page(const net::Request& request) {
  const std::string site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin";
  const std::string origin = request.header("origin");
  return origin.empty() || origin == "http://" + request.header("host");
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
