// The entry that names what was erased: exact numbers, how many, on which day it was due, and who
// approved it (D51). It says nothing of what the texts were, and is kept itself.
#pragma once

#include "app/journal/entry.h"
#include "app/register/mark.h"

#include <vector>

namespace handbell::journal {

/// Numbers of one history without a gap.
struct ErasedRun {
  HistoryId history{};
  std::uint64_t first = 0;
  std::uint64_t last = 0;  ///< included
  friend bool operator==(const ErasedRun&, const ErasedRun&) = default;
};

struct Erasure {
  SchoolDay due_on;  ///< kept no longer than the day before
  reg::Author by;
  std::vector<ErasedRun> runs;  ///< 1 to kMostRuns
  friend bool operator==(const Erasure&, const Erasure&) = default;

  [[nodiscard]] std::uint64_t count() const;
};

inline constexpr std::size_t kMostRuns = 480;  ///< so that an entry holds them

/// `numbers` rising.
[[nodiscard]] std::vector<ErasedRun> runs_of(const HistoryId& history,
                                             const std::vector<std::uint64_t>& numbers);

[[nodiscard]] Draft draft_of(const Erasure& erasure, Instant at);
/// Faults, with the entry's number: entry_garbled; erasure_wrong, where the day on which it was due
/// lies behind the day on which it was written.
[[nodiscard]] Result<Erasure> erasure_of(const Entry& entry);

}  // namespace handbell::journal
