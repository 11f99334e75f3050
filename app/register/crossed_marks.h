// Two people write of the same child in the same moment, and neither has seen the other's mark.
//
// Nothing is lost and nobody is refused: both entries stand in the history, the later one names the
// earlier (D21). But whoever wrote the later one wrote it of another page than the one that stood:
// that person is told whose mark, which and when, and may settle the difference (D09).
//
// Ask in the same job as enter(), right after it: then no third one comes between. Who would rather
// be asked first takes back what was written (a refusal does) and shows the page anew.
#pragma once

#include "app/register/store.h"

#include <cstdint>
#include <vector>

namespace handbell::reg {

/// The marks that were written since and that the writer had not seen, in the order of `written`,
/// for each oldest first. `seen`: for each mark of `written` the number of the entry that stood on
/// the page, 0 for none. Costs nothing of the store where nobody else wrote.
[[nodiscard]] Result<std::vector<Mark>> crossed_marks(Store& store,
                                                      const std::vector<Mark>& written,
                                                      const std::vector<std::uint64_t>& seen);

}  // namespace handbell::reg
