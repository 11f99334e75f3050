#include "app/register/door_event.h"

namespace handbell::reg {

std::string_view text_of(WhyRefused why) {
  constexpr std::array<std::string_view, 7> kWhy{"uid_only", "not_proven", "wrong_pin", "wait",
                                                 "left",     "no_key",     "restricted"};
  return kWhy.at(static_cast<std::size_t>(why) - 1);
}

}  // namespace handbell::reg
