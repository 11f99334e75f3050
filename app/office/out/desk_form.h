// A child goes though nobody asked at a door: somebody telephoned, or stands in the office.
//
// The same checks and warnings as for a request at the door, and the same entries.
#pragma once

#include "app/office/out/out_facts.h"

namespace handbell::office {

/// Granted, and where the form says so handed over; nothing where `errors` say what is wrong.
[[nodiscard]] std::vector<reg::ReleaseAnswer> desk_answers(const Visit& visit,
                                                           const OutFacts& facts,
                                                           const reg::PupilRecord& pupil,
                                                           FormErrors& errors);

}  // namespace handbell::office
