#include "app/register/class_seen.h"

#include <fmt/format.h>

#include <set>

namespace handbell::reg {

Result<ClassSeen> ClassSeen::from(ClassDraft draft) {
  const std::set<PupilId> seen(draft.seen.begin(), draft.seen.end());
  std::set<PupilId> not_seen(draft.not_seen.begin(), draft.not_seen.end());
  for (const PupilId child : seen) not_seen.erase(child);
  if (draft.headcount < 0 || static_cast<std::size_t>(draft.headcount) != seen.size()) {
    return fail(FaultCode::headcount_differs,
                fmt::format("{}, {} counted and {} present or late", draft.class_name,
                            draft.headcount, seen.size()));
  }
  draft.seen.assign(seen.begin(), seen.end());
  draft.not_seen.assign(not_seen.begin(), not_seen.end());
  return ClassSeen(std::move(draft));
}

}  // namespace handbell::reg
