// One child on the page Out of school: to be let go without a request at the door, and who may
// collect for one day.
#pragma once

#include "app/office/out/out.h"

namespace handbell::office {

[[nodiscard]] OutChildView child_view(const Visit& visit, const OutFacts& facts,
                                      const reg::PupilRecord& pupil);

}  // namespace handbell::office
