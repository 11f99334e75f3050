// Who a kiosk is: the file kiosk.id in its folder, for nobody else's eyes.
#pragma once

#include "app/base/result.h"
#include "app/journal/seal.h"

#include <string>
#include <string_view>

namespace handbell::journal {

struct KioskIdentity {
  std::uint32_t number = 0;  ///< 1 to 1,000
  std::string office;        ///< the address it sends to
  KioskKey key{};            ///< seals what it says
  KioskKey card_key{};       ///< turns a card's number into its name at the door
  std::string authority{};   ///< PEM: whom to trust at that address; empty without TLS

  friend bool operator==(const KioskIdentity&, const KioskIdentity&) = default;
};

[[nodiscard]] std::string written(const KioskIdentity& identity);
/// Fault: bad_config.
[[nodiscard]] Result<KioskIdentity> parse_kiosk_identity(std::string_view text);

}  // namespace handbell::journal
