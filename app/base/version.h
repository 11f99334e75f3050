// Which Handbell this is: the version of CMakeLists.txt.
#pragma once

namespace handbell {

inline constexpr const char* kVersion = HANDBELL_VERSION;

}  // namespace handbell
