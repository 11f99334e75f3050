// Reads a history from its first entry to its last, and names where it does not stand.
//
// Each entry has to follow from the one before it, to be what was written, and to agree with what
// others remember. Entries come one after the other, so that a door that is in use can be read
// between its taps. Where the beginning was removed (D51) it starts at the head that seals it, and
// the newest entry of kind `pruned` has to name that head: nobody shortens a journal unseen.
#pragma once

#include "app/journal/witness.h"

#include <vector>

namespace handbell::journal {

class HistoryCheck {
 public:
  /// Witnesses of other histories are passed over, and of what was removed. `sealed`: the last
  /// entry that was removed; number 0: none.
  HistoryCheck(const HistoryId& history, const std::vector<Witness>& witnesses,
               const Head& sealed = {});

  /// The next entry. Faults: entry_missing, link_broken, commitment_broken, blank_unnamed; `where`
  /// names its number.
  [[nodiscard]] Status take(const Entry& entry);
  /// There is no further one. Faults: tail_cut where somebody remembers more; entry_missing where
  /// more was removed than an entry names, erasure_wrong where less, link_broken where other.
  [[nodiscard]] Result<Head> end() const;
  [[nodiscard]] std::uint64_t next() const { return head_.seq + 1; }

 private:
  [[nodiscard]] Status seal_is_named() const;

  std::vector<Head> remembered_;
  Head sealed_;
  Head named_;                  ///< by the newest `pruned` entry
  std::uint64_t named_by_ = 0;  ///< that entry's number
  Head head_;
};

}  // namespace handbell::journal
