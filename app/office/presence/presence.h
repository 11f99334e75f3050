// Who is where: counts, the children in doubt, and one line for each child with how we know (D29).
#pragma once

#include "app/office/presence/presence_day.h"
#include "app/office/presence/presence_view.h"

namespace handbell::office {

/// What of the list is asked for; empty: all.
struct PresenceChoice {
  std::string class_name;
  std::string place;  ///< a key, or "in" for everybody within the walls
  std::string name;   ///< a part of it; never from an address
};

[[nodiscard]] PresenceView presence_view(const Visit& visit, const PresenceDay& day,
                                         const PresenceChoice& choice);

/// Whether this person tells where children are: others read.
[[nodiscard]] bool may_tell_presence(const Visitor& who);

}  // namespace handbell::office
