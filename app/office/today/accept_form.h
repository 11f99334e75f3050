// A person accepts what the page showed: one proposal, or all of them.
//
// What is accepted is what stood on the screen. A proposal that changed meanwhile (another kiosk
// saw the child earlier, a teacher wrote something) is left, and the page says how many were.
#pragma once

#include "app/net/message.h"
#include "app/office/today/today.h"
#include "app/store/register.h"

#include <string>
#include <vector>

namespace handbell::office {

struct AcceptForm {
  std::string day;  ///< of the page it came from, YYYY-MM-DD; empty where it named none
  std::vector<SeenProposal> seen;  ///< what is to be accepted
};

/// The fields of POST /accept: `one` (a token), or `all` with `seen` (tokens), and day.
[[nodiscard]] AcceptForm parse_accept(const net::Fields& fields);

struct AcceptCount {
  int accepted = 0;
  int left = 0;  ///< changed since they were seen
  friend bool operator==(const AcceptCount&, const AcceptCount&) = default;
};

/// On the writer's thread. Faults: those of the store, but for nothing_to_accept.
[[nodiscard]] Result<AcceptCount> accept_seen(store::Register& held,
                                              const std::vector<SeenProposal>& seen,
                                              const reg::Author& by, Instant at);

}  // namespace handbell::office
