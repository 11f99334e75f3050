// How a tap becomes something nobody can lose:
//
// 1. The journal only grows. An entry that was written is never changed.
// 2. append() answers only after the entry is on the disk: one transaction, one sync. The kiosk
//    shows its tick after that, never before.
// 3. Every entry carries the journal's id, its number, and the link to the entry before it.
// 4. The journal is the queue of what is still to be sent; there is no second one.
// 5. What the office has held for seven days is removed (D51). The last entry that went is the
//    sealed head: what stays follows from it, and an entry names it.
#pragma once

#include "app/journal/message.h"
#include "app/register/door_event.h"

#include <vector>

namespace handbell::journal {

class Journal {
 public:
  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  /// Faults: disk_full (try again with the next), disk_failed (end and start clean).
  [[nodiscard]] virtual Result<Entry> append(Draft draft) = 0;
  /// From `seq` on, at most `most`, in order. Faults: disk_failed, entry_garbled.
  [[nodiscard]] virtual Result<std::vector<Entry>> read_from(std::uint64_t seq,
                                                             std::size_t most) = 0;
  [[nodiscard]] virtual const HistoryId& id() const = 0;
  [[nodiscard]] virtual Head head() const = 0;
  /// Of what was removed; number 0: nothing was.
  [[nodiscard]] virtual Head sealed_head() const = 0;
  /// What the office said last: how far it has come, the register's head, and when.
  [[nodiscard]] virtual Status keep_receipt(std::uint64_t received, const Witness& office,
                                            Instant at) = 0;
  [[nodiscard]] virtual std::uint64_t receipt() const = 0;
  [[nodiscard]] virtual Witness office_witness() const = 0;
  /// Removes what the office has held for seven days and more, in one transaction with the entry
  /// that names it. Answers how many went. Ask only with a trusted clock. Faults: those of
  /// append().
  [[nodiscard]] virtual Result<std::uint64_t> prune(const reg::DoorMoment& now) = 0;
};

}  // namespace handbell::journal
