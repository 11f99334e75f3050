// Sound files: a sentence that somebody recorded, or that a program said.
//
// Whatever a recorder makes of it (any rate, one or two channels, 8 to 32 bits), it is heard as it
// was said. A sentence at the door is short: what is longer than ten seconds is no sentence.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/sound/samples.h"

#include <string>
#include <string_view>

namespace handbell::kiosk {

inline constexpr int kLongestRecording = 10;  ///< s

/// Fault: voice_unusable, saying "which ..." of the file.
[[nodiscard]] Result<Samples> read_recording(const std::string& path);
/// The content of such a file, of any length. Fault: voice_unusable.
[[nodiscard]] Result<Samples> samples_of_wav(std::string_view bytes);

}  // namespace handbell::kiosk
