// What every export says about itself: which school, which register is the legal one (D50), when
// it was made.
//
// Lists for other programs have exact headings and no room for it: there it is in the file's name.
#pragma once

#include "app/base/instant.h"
#include "app/base/school_day.h"

#include <string>

namespace handbell::exchange {

struct ExportStamp {
  std::string school;
  std::string legal_register;  ///< "Handbell", or the other system's name
  Instant made;
};

/// "marks_2026-01-12_2026-01-16_legal-register-handbell.csv": what, from, to, register; letters and
/// digits alone between hyphens. `ending`: "csv" or "json".
[[nodiscard]] std::string file_name(const std::string& what, SchoolDay from, SchoolDay to,
                                    const ExportStamp& stamp, const std::string& ending);

}  // namespace handbell::exchange
