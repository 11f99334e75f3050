#include "app/office/today/accepting_person.h"

#include "app/base/hex.h"
#include "app/base/text.h"

namespace handbell::office {
namespace {

constexpr std::string_view kCookie = "handbell-accepting=";

std::string hex_of(const std::string& text) { return to_hex(as_bytes(text)); }

std::string text_from(const std::string& hex) {
  const auto bytes = from_hex(hex);
  return bytes ? std::string(bytes->begin(), bytes->end()) : "";
}

}  // namespace

AcceptingPerson accepting_person(const net::Request& request) {
  const auto header = request.headers.find("cookie");
  if (header == request.headers.end()) return {};
  for (const auto& part : split(header->second, ';')) {
    const std::string cookie = trimmed(part);
    if (!cookie.starts_with(kCookie)) continue;
    const auto values = split(cookie.substr(kCookie.size()), '.');
    if (values.size() == 2) return {text_from(values[0]), text_from(values[1])};
  }
  return {};
}

std::string cookie_of(const AcceptingPerson& person) {
  return std::string(kCookie) + hex_of(person.name) + "." + hex_of(person.position) +
         "; Path=/; HttpOnly; SameSite=Strict";
}

}  // namespace handbell::office
