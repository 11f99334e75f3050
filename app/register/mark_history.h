// The entries of one or many sessions as chains: original, amendment, amendment of the amendment.
//
// Whole by construction: an entry that another names is there. What leaves the school therefore
// never shows an amendment without saying what it replaced (D21).
#pragma once

#include "app/register/mark.h"

#include <optional>
#include <vector>

namespace handbell::reg {

class MarkHistory {
 public:
  /// Every entry of the sessions concerned, in any order. Fault: entry_missing, naming an entry
  /// that another replaces and that is not among them, or is another pupil's or session's.
  [[nodiscard]] static Result<MarkHistory> from(std::vector<Mark> entries);

  /// By session, pupil, entry.
  [[nodiscard]] const std::vector<Mark>& entries() const { return entries_; }
  /// The last entry of each pupil and session, in the same order.
  [[nodiscard]] std::vector<Mark> current() const;
  /// The entry that `mark` replaced; nothing for the first.
  [[nodiscard]] const Mark* before(const Mark& mark) const;

 private:
  explicit MarkHistory(std::vector<Mark> entries) : entries_(std::move(entries)) {}
  std::vector<Mark> entries_;
};

}  // namespace handbell::reg
