// Says in a finished PDF in which language it is written, so that it is read out in that one. Cairo
// has no word for it: the file's catalogue is written once more behind the end, with the language.
#pragma once

#include <string>

namespace handbell::paper {

/// Unchanged where the bytes are no PDF of cairo's, or the language is no tag such as "en-GB".
[[nodiscard]] std::string in_language(std::string pdf, const std::string& language);

}  // namespace handbell::paper
