// What somebody else remembers of a history: its name, a number and the link under it.
//
// Whoever cuts or changes a history has to find all who saw it: the office remembers each kiosk's
// journal, each kiosk the register, and the printed day sheet both.
#pragma once

#include "app/journal/entry.h"

#include <string>
#include <string_view>

namespace handbell::journal {

struct Witness {
  HistoryId history{};
  Head head;
  friend bool operator==(const Witness&, const Witness&) = default;
};

/// "HISTORY NUMBER LINK", in hexadecimal but for the number.
[[nodiscard]] std::string text_of(const Witness& witness);
/// Fault: message_garbled.
[[nodiscard]] Result<Witness> parse_witness(std::string_view text);

}  // namespace handbell::journal
