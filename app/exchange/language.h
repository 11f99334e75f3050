// The languages of families: ISO 639 codes and their English names.
#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>

namespace handbell::exchange {

/// "ur" for "ur", "Urdu" and "urdu"; empty for English and for nothing. Fault: bad_language.
[[nodiscard]] Result<std::string> parse_language(std::string_view text);

}  // namespace handbell::exchange
