// Reads a history from its first entry to its last, and names where it does not stand.
//
// Each entry has to follow from the one before it, to be what was written, and to agree with what
// others remember. Entries come one after the other, so that a door that is in use can be read
// between its taps.
#pragma once

#include "app/journal/witness.h"

#include <vector>

namespace handbell::journal {

class HistoryCheck {
 public:
  /// Witnesses of other histories are passed over.
  HistoryCheck(const HistoryId& history, const std::vector<Witness>& witnesses);

  /// The next entry. Faults: entry_missing, link_broken, commitment_broken, blank_unnamed; `where`
  /// names its number.
  [[nodiscard]] Status take(const Entry& entry);
  /// There is no further one. Fault: tail_cut where somebody remembers more.
  [[nodiscard]] Result<Head> end() const;
  [[nodiscard]] std::uint64_t next() const { return head_.seq + 1; }

 private:
  std::vector<Head> remembered_;
  Head head_;
};

}  // namespace handbell::journal
