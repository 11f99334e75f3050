// The kinds of cards by the names that the control socket takes.
#pragma once

#include "drivers/pn532/target.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::pn532 {

/// `kind`: "ntag213", "ntag215", "classic", "copy" (a Classic whose number can be written),
/// "desfire", "phone", "bank", "ntag424" (a staff card; `more`: its keys), "replay" (`more`: what it
/// answers); empty: as the number's length says, 4 classic, 7 ntag213, 10 desfire. None: no such
/// kind, or its numbers have another length.
[[nodiscard]] std::unique_ptr<Target> make_target(const CardNumber& uid, std::string_view kind = "",
                                                  const std::string& more = "");
[[nodiscard]] std::vector<std::string_view> kinds_of_cards();

}  // namespace handbell::pn532
