#include "app/journal/kiosk_identity.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::journal {

namespace {

Result<KioskKey> key_in(std::string_view text) {
  const auto bytes = from_hex(text);
  KioskKey key{};
  if (!bytes || bytes->size() != key.size()) return fail(FaultCode::bad_config, "a key");
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

}  // namespace

std::string written(const KioskIdentity& identity) {
  const auto bytes = as_bytes(identity.authority);
  const std::string authority =
      identity.authority.empty() ? "" : "authority " + to_hex(bytes) + "\n";
  return fmt::format("handbell kiosk 1\nnumber {}\noffice {}\nkey {}\ncard-key {}\n{}",
                     identity.number, identity.office, to_hex(identity.key),
                     to_hex(identity.card_key), authority);
}

Result<KioskIdentity> parse_kiosk_identity(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto field = [&](std::size_t at, std::string_view name) -> std::string_view {
    if (at >= lines.size() || !lines[at].starts_with(name)) return "";
    return std::string_view(lines[at]).substr(name.size());
  };
  const auto number = whole_number(field(1, "number "));
  const auto key = key_in(field(3, "key "));
  const auto card_key = key_in(field(4, "card-key "));
  const auto authority = from_hex(field(5, "authority "));
  if (!authority || !number || *number < 1 || *number > 1000 || !key || !card_key ||
      field(2, "office ").empty()) {
    return fail(FaultCode::bad_config, "kiosk.id");
  }
  return KioskIdentity{static_cast<std::uint32_t>(*number), std::string(field(2, "office ")), *key,
                       *card_key, std::string(authority->begin(), authority->end())};
}

}  // namespace handbell::journal
