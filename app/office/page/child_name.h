// A child's name as the office reads it: as the child is called, and where that is written in a
// script that the office may not read, the name on the roll beside it.
#pragma once

#include "app/register/school.h"

#include <string>

namespace handbell::office {

/// "Zoë O'Neill"; "Ismail Khan (اسماعيل)".
[[nodiscard]] std::string child_name(const reg::PupilRecord& pupil);
/// "Zoë O'Neill (Owls)".
[[nodiscard]] std::string child_and_class(const reg::PupilRecord& pupil);

}  // namespace handbell::office
