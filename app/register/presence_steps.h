// All facts about a day's presence, sorted out by child.
//
// 1. Leave out what was taken back.
// 2. Give every event its time; what has none yet counts where it says that a child came, before
//    everything else, and not where it says that one left.
// 3. Turn each event into one step for each child that it names.
// 4. Sort each child's steps by time: the order in which facts became known is gone (D28).
#pragma once

#include "app/register/whereabouts.h"

#include <map>
#include <vector>

namespace handbell::reg {

using StepsByPupil = std::map<PupilId, std::vector<Step>>;

[[nodiscard]] StepsByPupil steps_of(const PresenceFacts& facts);

}  // namespace handbell::reg
