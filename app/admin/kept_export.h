// An export that is kept: a new file in a folder, whose name says what it is, of which days, and
// which register is the legal one (D50). Its columns are other programs' and have no room for that.
#pragma once

#include "app/admin/site.h"
#include "app/reports/date_range.h"

#include <string>

namespace handbell::admin {

struct KeptExport {
  std::string what;  ///< "marks"
  reports::DateRange days;
  std::string ending;  ///< "csv" or "json"
};

/// The file's whole name; the legal register is that of the days as far as they have come. Fault:
/// usage, where there is no such folder, or the file is there already.
[[nodiscard]] Result<std::string> path_of(const Site& site, const KeptExport& kept,
                                          const std::string& folder);

}  // namespace handbell::admin
