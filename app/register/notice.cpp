#include "app/register/notice.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::reg {

std::vector<NoticeGiven> standing(std::vector<NoticeGiven> notices) {
  std::erase_if(notices, [](const NoticeGiven& given) { return given.back.has_value(); });
  return notices;
}

bool told_in_time(const Notice& notice, const School& school) {
  const auto* pupil = school.pupil(notice.pupil);
  const auto window =
      pupil == nullptr ? std::nullopt : school.times.window(pupil->group, notice.session);
  return !window || notice.told < from_local(notice.session.day, window->closes);
}

std::optional<PlannedCode> plan_of(const std::vector<NoticeGiven>& notices, const School& school) {
  if (notices.empty()) return std::nullopt;
  const Code code = notices.back().what.code;
  const bool in_time = std::any_of(notices.begin(), notices.end(), [&](const NoticeGiven& given) {
    return given.what.code == code && told_in_time(given.what, school);
  });
  return PlannedCode{code, in_time};
}

Status may_note(const Notice& notice, const School& school, const std::vector<Role>& roles,
                Instant now) {
  if (now < notice.told) return fail(FaultCode::told_later, with_offset(notice.told));
  const MarkDraft as_mark{notice.pupil, notice.session, notice.code, std::nullopt,
                          std::nullopt, notice.words,   "Notice",    notice.by};
  return may_enter(as_mark, school, roles, notice.session);
}

}  // namespace handbell::reg
