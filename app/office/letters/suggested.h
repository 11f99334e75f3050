// For whom the register suggests a letter of this kind today: what somebody set aside is left out,
// and nothing is ticked that nobody looked at.
#pragma once

#include "app/paper/letter_kind.h"
#include "app/register/store.h"

#include <vector>

namespace handbell::office {

/// What the list of classes has in a class's place.
inline constexpr const char* kSuggested = "*";

/// Of kinds that no suggestion leads to: everybody with one. Faults: those of reading.
[[nodiscard]] Result<std::vector<PupilId>> pupils_suggested(reg::Store& held,
                                                            paper::LetterKind kind,
                                                            SchoolDay today);

}  // namespace handbell::office
