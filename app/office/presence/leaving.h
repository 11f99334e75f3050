// A child leaves with an adult, told on the pages of Presence: who may collect, and what a child
// needs whom not everybody may collect (D49).
//
// No way out is weaker than Out of school. A child without a warning needs the adult's name where
// anybody is listed; a restricted child needs how the adult was checked and a reason, from the
// office or the head, and what is told becomes the same answers of a release. Groups leave such a
// child out: each is answered by itself.
#pragma once

#include "app/office/page/collect_parts.h"
#include "app/office/presence/group_ways.h"
#include "app/office/presence/presence_day.h"
#include "app/register/release_check.h"

#include <set>

namespace handbell::office {

/// What the lists of that day say.
struct LeavingLists {
  reg::CollectLists lists;
  std::set<PupilId> asked;  ///< somebody asks for them today, and nobody has answered for good
};

/// Faults: those of reading.
[[nodiscard]] Result<LeavingLists> read_leaving(const Visit& visit, store::Register& held,
                                                const PresenceDay& day);

/// Not everybody may collect: no group and no single press lets this child go.
[[nodiscard]] bool leaves_alone(const LeavingLists& leaving, PupilId pupil);
/// Somebody is listed, so whoever collected has a name.
[[nodiscard]] bool asks_who_collects(const LeavingLists& leaving, PupilId pupil);
/// Its children are handed to adults at a door: home time, not the taxi and not the trip.
[[nodiscard]] bool hands_to_adults(const GroupWay& way);
/// Whether this person reads who may collect and answers for a restricted child.
[[nodiscard]] bool answers_for_restricted(const Visitor& who);

/// A going as it is written: an entry of its own, or the answers of a release.
struct Leaving {
  reg::SingleEntry entry;
  std::vector<reg::ReleaseAnswer> release;  ///< granted, handed over; empty: the entry alone
};

/// What the entry needs to be told; fields `WAY-with`, `WAY-checked`, `WAY-despite`, `WAY-warned`.
/// Nothing where `errors` say what is wrong.
[[nodiscard]] std::optional<Leaving> typed_leaving(const Visit& visit, const LeavingLists& leaving,
                                                   const reg::PupilRecord& pupil,
                                                   const reg::SingleEntry& entry,
                                                   const std::string& way, FormErrors& errors);

/// Faults: those of the store.
[[nodiscard]] Status tell_leaving(const Visit& visit, store::Register& held,
                                  const Leaving& leaving);

}  // namespace handbell::office
