// Several files as one: a zip that every computer opens without another program.
//
// Names are ours, plain and without folders. The bytes depend on the files and on the time alone,
// so that the same copy is the same file.
#pragma once

#include "app/base/instant.h"
#include "app/exchange/subject_export.h"

#include <string>
#include <vector>

namespace handbell::exchange {

/// Fault: archive_failed.
[[nodiscard]] Result<std::string> zip_of(const std::vector<NamedText>& files, Instant made);

}  // namespace handbell::exchange
