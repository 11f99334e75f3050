// What the office calls the language that a family speaks.
#pragma once

#include <string>

namespace handbell::office {

/// "Polish" for "pl"; the code itself where it is none of the common ones; empty for English.
[[nodiscard]] std::string language_words(const std::string& code);

}  // namespace handbell::office
