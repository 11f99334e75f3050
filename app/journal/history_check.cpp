#include "app/journal/history_check.h"

#include "app/journal/event_codec.h"

#include <fmt/format.h>

namespace handbell::journal {

HistoryCheck::HistoryCheck(const HistoryId& history, const std::vector<Witness>& witnesses,
                           const Head& sealed)
    : sealed_(sealed), head_(sealed) {
  for (const auto& witness : witnesses) {
    if (witness.history == history && witness.head.seq >= sealed.seq) {
      remembered_.push_back(witness.head);
    }
  }
}

Status HistoryCheck::take(const Entry& entry) {
  if (Status good = follows(head_, entry); !good) return good;
  if (!entry.salt) return fail(FaultCode::blank_unnamed, std::to_string(entry.seq));
  head_ = head_of(entry);
  if (entry.kind == EntryKind::pruned) {
    const auto pruned = event_of(entry);
    if (!pruned) return fail(pruned.error());
    const auto& seal = std::get<reg::Pruned>(*pruned);
    named_ = {seal.through, seal.link};
    named_by_ = entry.seq;
  }
  for (const auto& remembered : remembered_) {
    if (remembered.seq == head_.seq && remembered.link != head_.link) {
      return fail(FaultCode::link_broken, std::to_string(head_.seq));
    }
  }
  return {};
}

Result<Head> HistoryCheck::end() const {
  for (const auto& remembered : remembered_) {
    if (remembered.seq == sealed_.seq && remembered.link != sealed_.link) {
      return fail(FaultCode::link_broken, std::to_string(sealed_.seq));
    }
    if (remembered.seq <= head_.seq) continue;
    return fail(FaultCode::tail_cut, fmt::format("entry {} was seen, and entry {} is the last",
                                                 remembered.seq, head_.seq));
  }
  if (Status named = seal_is_named(); !named) return fail(named.error());
  return head_;
}

Status HistoryCheck::seal_is_named() const {
  if (named_ == sealed_) return {};
  if (named_.seq < sealed_.seq) {
    return fail(FaultCode::entry_missing, std::to_string(named_.seq + 1));
  }
  if (named_.seq > sealed_.seq) return fail(FaultCode::erasure_wrong, std::to_string(named_by_));
  return fail(FaultCode::link_broken, std::to_string(sealed_.seq));
}

}  // namespace handbell::journal
