#include "app/journal/history_check.h"

#include <fmt/format.h>

namespace handbell::journal {

HistoryCheck::HistoryCheck(const HistoryId& history, const std::vector<Witness>& witnesses) {
  for (const auto& witness : witnesses) {
    if (witness.history == history) remembered_.push_back(witness.head);
  }
}

Status HistoryCheck::take(const Entry& entry) {
  if (Status good = follows(head_, entry); !good) return good;
  if (!entry.salt) return fail(FaultCode::blank_unnamed, std::to_string(entry.seq));
  head_ = head_of(entry);
  for (const auto& remembered : remembered_) {
    if (remembered.seq == head_.seq && remembered.link != head_.link) {
      return fail(FaultCode::link_broken, std::to_string(head_.seq));
    }
  }
  return {};
}

Result<Head> HistoryCheck::end() const {
  for (const auto& remembered : remembered_) {
    if (remembered.seq <= head_.seq) continue;
    return fail(FaultCode::tail_cut, fmt::format("entry {} was seen, and entry {} is the last",
                                                 remembered.seq, head_.seq));
  }
  return head_;
}

}  // namespace handbell::journal
