#include "app/office/access/cookies.h"

#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr std::string_view kCookieRules = "; Path=/; Secure; HttpOnly; SameSite=Strict";

}  // namespace

std::string cookie_in(const net::Request& request, std::string_view name) {
  for (const auto& part : split(request.header("cookie"), ';')) {
    const std::string cookie = trimmed(part);
    const auto equals = cookie.find('=');
    if (equals == name.size() && cookie.starts_with(name)) return cookie.substr(equals + 1);
  }
  return "";
}

void set_cookie(net::Response& response, std::string_view name, const std::string& value,
                int days) {
  constexpr int kSecondsOfDay = 86'400;
  std::string cookie = fmt::format("{}={}{}", name, value, kCookieRules);
  if (days > 0) cookie += fmt::format("; Max-Age={}", days * kSecondsOfDay);
  response.cookies.push_back(std::move(cookie));
}

void clear_cookie(net::Response& response, std::string_view name) {
  response.cookies.push_back(fmt::format("{}={}; Max-Age=0", name, kCookieRules));
}

}  // namespace handbell::office
