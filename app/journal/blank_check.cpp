#include "app/journal/blank_check.h"

#include "app/base/hex.h"
#include "app/journal/retention.h"

#include <fmt/format.h>

namespace handbell::journal {

void BlankCheck::blank(const Entry& entry) {
  blanks_[entry.history][entry.seq] = {entry.retention, entry.at};
}

/// Takes what the erasure names out of those that nobody named yet.
bool BlankCheck::takes(const Erasure& erasure, Blanks& unnamed) const {
  for (const auto& run : erasure.runs) {
    auto& blanks = unnamed[run.history];
    auto at = blanks.find(run.first);
    for (std::uint64_t number = run.first; number <= run.last; ++number) {
      if (at == blanks.end() || at->first != number) return false;
      if (kept_through(at->second.retention, at->second.at) >= erasure.due_on) return false;
      if (is_amended(run.history, number)) return false;
      at = blanks.erase(at);
    }
  }
  return true;
}

bool BlankCheck::is_amended(const HistoryId& history, std::uint64_t number) const {
  const auto of = amended_.find(history);
  return of != amended_.end() && of->second.contains(number);
}

Status BlankCheck::end() const {
  Blanks unnamed = blanks_;
  for (const auto& [number, erasure] : erasures_) {
    if (!takes(erasure, unnamed)) return fail(FaultCode::erasure_wrong, std::to_string(number));
  }
  for (const auto& [history, blanks] : unnamed) {
    if (blanks.empty()) continue;
    return fail(FaultCode::blank_unnamed, fmt::format("{} of history {}", blanks.begin()->first,
                                                      to_hex(std::span(history).first(4))));
  }
  return {};
}

}  // namespace handbell::journal
