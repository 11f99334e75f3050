#include "app/journal/gap.h"

#include "app/journal/event_codec.h"

namespace handbell::journal {

Status GapCheck::met(const Entry& entry) {
  if (entry.kind != EntryKind::pruned) return {};
  if (!entry.salt) {
    newest_blank_ = entry.seq;
    return {};
  }
  const auto event = event_of(entry);
  if (!event) return fail(event.error());
  const auto& pruned = std::get<reg::Pruned>(*event);
  named_[pruned.through] = pruned.link;
  return {};
}

bool GapCheck::is_named(const Gap& gap) const {
  const auto at = named_.find(gap.sealed.seq);
  if (at != named_.end()) return at->second == gap.sealed.link;
  return newest_blank_ > gap.sealed.seq;
}

Status GapCheck::end() const {
  for (const Gap& gap : gaps_) {
    if (!is_named(gap)) return fail(FaultCode::entry_missing, std::to_string(gap.first));
  }
  return {};
}

}  // namespace handbell::journal
