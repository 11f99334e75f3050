// A sentence said by espeak-ng, which is run as a program of its own and linked nowhere.
//
// What is said goes in by its standard input: a name never stands in the machine's list of
// programs.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/sound/samples.h"

#include <functional>
#include <string>

namespace handbell::kiosk {

/// `voice`: as espeak-ng calls it. Ends early once nobody wants it any more, and after 5 s in any
/// case. Fault: voice_missing.
[[nodiscard]] Result<Samples> said_by_espeak(const std::string& text, const std::string& voice,
                                             const std::function<bool()>& wanted);

}  // namespace handbell::kiosk
