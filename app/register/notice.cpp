#include "app/register/notice.h"

#include "app/base/school_time.h"

namespace handbell::reg {

PlannedCode plan_of(const Notice& notice, const School& school) {
  const auto* pupil = school.pupil(notice.pupil);
  const auto window =
      pupil == nullptr ? std::nullopt : school.times.window(pupil->group, notice.session);
  const bool in_time = !window || notice.told < from_local(notice.session.day, window->closes);
  return {notice.code, in_time};
}

Status may_note(const Notice& notice, const School& school, const std::vector<Role>& roles,
                Instant now) {
  if (now < notice.told) return fail(FaultCode::told_later, with_offset(notice.told));
  const MarkDraft as_mark{notice.pupil, notice.session, notice.code, std::nullopt,
                          std::nullopt, notice.words,   "Notice",    notice.by};
  return may_enter(as_mark, school, roles, notice.session);
}

}  // namespace handbell::reg
