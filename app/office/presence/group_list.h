// The list that a group is ticked against: a class, several classes, a group that moved lately, or
// who left with a trip (D47).
#pragma once

#include "app/office/presence/presence_day.h"
#include "app/office/presence/saved_groups.h"

#include <set>

namespace handbell::office {

struct GroupList {
  const GroupWay* way = nullptr;
  std::vector<std::string> classes;
  std::optional<MovementTold> from;
  std::set<PupilId> members;                      ///< of `from`, as far as this person sees them
  std::vector<const reg::PupilRecord*> children;  ///< who can move so first, then class and name
  bool wrong = false;  ///< names a class or a group that is not there, or not for this person

  [[nodiscard]] bool holds(PupilId pupil) const;
};

/// Whether a child who is there can move so.
[[nodiscard]] bool can_move(const GroupWay& way, reg::Place place);

/// Fields: `do`, `class` (several), `from`. The way is null where nothing, or no such, was chosen.
[[nodiscard]] GroupList group_list(const PresenceDay& day, const std::vector<MovementTold>& lately,
                                   const net::Fields& fields);

/// The groups of the way that this person may move: those with children of other classes are for
/// whoever sees them all.
[[nodiscard]] std::vector<MovementTold> groups_for(const PresenceDay& day,
                                                   const std::vector<MovementTold>& lately,
                                                   const GroupWay& way);

/// All values of a field.
[[nodiscard]] std::vector<std::string> values_of(const net::Fields& fields, std::string_view name);

}  // namespace handbell::office
