// The groups that moved lately, and so are known by name: nobody types a taxi's list twice (D47).
//
// Nothing more is kept for it: a group's list is the one of its newest movement. Who came back from
// a trip does not change whom the trip has.
#pragma once

#include "app/office/presence/group_ways.h"
#include "app/register/presence_event.h"
#include "app/register/store.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct MovementTold {
  reg::EventRef ref;
  SchoolDay day;
  reg::MovementDraft what;
  bool taken_back = false;
};

/// Of the last 30 week days up to `today`, newest first. Faults: those of reading.
[[nodiscard]] Result<std::vector<MovementTold>> movements_lately(reg::Store& held, SchoolDay today);

/// The newest of each name, of this kind; by name.
[[nodiscard]] std::vector<MovementTold> saved_groups(const std::vector<MovementTold>& lately,
                                                     reg::GroupKind kind);

/// What left today and may come back by this way; newest first.
[[nodiscard]] std::vector<MovementTold> away_today(const std::vector<MovementTold>& lately,
                                                   const GroupWay& way, SchoolDay today);

/// By the entry's number, as an address has it. Null where there is none.
[[nodiscard]] const MovementTold* movement_numbered(const std::vector<MovementTold>& lately,
                                                    const std::string& entry);

}  // namespace handbell::office
