// What an import of marks does: what is new becomes entries, what contradicts is kept beside them
// as the other register's, for the page of differences (formats F7, D50).
#pragma once

#include "app/exchange/mark_comparison.h"
#include "app/register/mark_difference.h"

namespace handbell::exchange {

struct MarkImport {
  std::string file;  ///< the source of what is new
  reg::Author by;
  MarkComparison found;
  std::vector<reg::DayNote> elsewhere;  ///< what the other register says otherwise, or no longer
};

/// Compares the file with what stands and with what earlier files said. A second import of the same
/// file finds nothing to write. Faults: those of the store.
[[nodiscard]] Result<MarkImport> plan_marks(reg::Store& held, const Parsed<OutsideMark>& parsed,
                                            const std::string& file, const reg::Author& by,
                                            Instant now);

/// Faults: disk_full, disk_failed, those of enter(). What contradicts is written first: where the
/// second step fails, the same file can be imported again.
[[nodiscard]] Status take(reg::Store& held, const MarkImport& plan, Instant now);

}  // namespace handbell::exchange
