// Entries of a kiosk that no side has any more.
//
// A kiosk removes what the office has held for a week (D51). An office that was restored from an
// older backup than that lacks it for good: it goes on from the head that the kiosk sealed, keeps
// that head, and says what is missing. The kiosk's entry of kind `pruned` names the same head, so
// that nobody makes a gap by hand.
#pragma once

#include "app/journal/entry.h"

#include <map>
#include <vector>

namespace handbell::journal {

struct Gap {
  std::uint64_t first = 0;
  Head sealed;  ///< the last of them
  friend bool operator==(const Gap&, const Gap&) = default;
};

/// Whether every gap in a journal is one that its kiosk made.
class GapCheck {
 public:
  void gap(const Gap& gap) { gaps_.push_back(gap); }
  /// The next entry. Fault: entry_garbled.
  [[nodiscard]] Status met(const Entry& entry);
  /// Fault: entry_missing, with the first number of a gap that no entry behind it names. Of one
  /// that was erased since, nobody knows what it named.
  [[nodiscard]] Status end() const;

 private:
  [[nodiscard]] bool is_named(const Gap& gap) const;

  std::vector<Gap> gaps_;
  std::map<std::uint64_t, Digest> named_;
  std::uint64_t newest_blank_ = 0;
};

}  // namespace handbell::journal
