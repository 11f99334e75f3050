// Plays a day on a register: line by line, each at its time, and compares.
#pragma once

#include "app/store/register.h"

#include "day_file.h"

#include <string>
#include <vector>

namespace handbell::days {

struct Played {
  std::vector<std::string> failures;  ///< "file:line: expected ..., found ..."
  std::vector<std::string> known;     ///< the same, of lines that are known to fail
};

/// `store`: empty. A day that does not read, or a store that fails, ends with one failure.
[[nodiscard]] Played play(const DayFile& file, store::Register& store);

}  // namespace handbell::days
