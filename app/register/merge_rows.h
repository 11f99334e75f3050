// How a list that is taken in again meets the one that is held: what is new, what changed, what is
// as it was. Nothing that the file leaves out is removed.
#pragma once

#include "app/register/school.h"

#include <algorithm>
#include <vector>

namespace handbell::reg {

/// `same(held, row)`: both are about the same thing. The result holds what is to be written.
template <class Row, class Same>
[[nodiscard]] Merged<Row> merge_rows(const std::vector<Row>& held, const std::vector<Row>& rows,
                                     const Same& same) {
  Merged<Row> merged;
  for (const Row& row : rows) {
    const auto at =
        std::find_if(held.begin(), held.end(), [&](const Row& each) { return same(each, row); });
    if (at != held.end() && *at == row) {
      ++merged.count.unchanged;
      continue;
    }
    ++(at != held.end() ? merged.count.changed : merged.count.added);
    merged.rows.push_back(row);
  }
  return merged;
}

}  // namespace handbell::reg
