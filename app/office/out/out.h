// Who is asked for, who is out, and who may collect: the page Out of school (D18, D49).
//
// Which adults may collect stands on the office's screen alone; the door names nobody. A request
// stands here until it is refused or the child was handed over, and afterwards among the answered
// ones, where a step that was typed in error is taken back.
#pragma once

#include "app/office/out/out_facts.h"
#include "app/office/out/out_view.h"

namespace handbell::office {

[[nodiscard]] OutView out_view(const Visit& visit, const OutFacts& facts);

/// What the lists say of one child. `adult`: who was checked, if anybody.
[[nodiscard]] OutChild child_of(const OutFacts& facts, const reg::PupilRecord& pupil,
                                const std::optional<NamePart>& adult = {});

/// Those that stand, of one child or (nobody) of all, by day.
[[nodiscard]] std::vector<CollectorLine> collector_lines(const Visit& visit, const OutFacts& facts,
                                                         std::optional<PupilId> only = {});

}  // namespace handbell::office
