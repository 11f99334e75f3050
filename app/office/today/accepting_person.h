// Who accepts, kept by the browser until people can sign in.
//
// A cookie of this browser alone, gone with the browser's session: name and position, never in an
// address, never readable by a script.
#pragma once

#include "app/net/message.h"

#include <string>

namespace handbell::office {

struct AcceptingPerson {
  std::string name;
  std::string position;
  friend bool operator==(const AcceptingPerson&, const AcceptingPerson&) = default;
};

/// Empty where the browser keeps none.
[[nodiscard]] AcceptingPerson accepting_person(const net::Request& request);
/// The value of Set-Cookie.
[[nodiscard]] std::string cookie_of(const AcceptingPerson& person);

}  // namespace handbell::office
