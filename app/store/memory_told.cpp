// What people tell, in the twin without a disk: where children are, notices, settings.
#include "app/base/hex.h"
#include "app/journal/notice_codec.h"
#include "app/journal/setting_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/memory_register.h"

#include <algorithm>

namespace handbell::store {

Result<reg::EventRef> MemoryRegister::tell(const reg::PresenceEvent& event, Instant at) {
  const auto* taken_back = std::get_if<reg::TakenBack>(&event);
  const auto own = day_told(event);
  if (!own) return fail(own.error());
  const auto of = taken_back == nullptr ? std::nullopt : day_of_event(taken_back->what);
  const SchoolDay day = of.value_or(*own);
  for (const PupilId child : journal::children_of(event)) {
    if (school_.pupil(child) == nullptr) {
      return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
    }
  }
  const auto number = append(journal::draft_of(event, at));
  told_.push_back({day, {{to_hex(id_), number}, event}});
  const auto notice = taken_back == nullptr ? std::nullopt : notice_at(taken_back->what);
  if (notice) plan_again(*notice);
  return reg::EventRef{to_hex(id_), number};
}

Result<std::vector<reg::PresenceFact>> MemoryRegister::told(SchoolDay day) {
  std::vector<reg::PresenceFact> facts;
  for (const auto& [of, fact] : told_) {
    if (of == day) facts.push_back(fact);
  }
  return facts;
}

Result<std::uint64_t> MemoryRegister::note(const reg::Notice& notice, Instant at) {
  if (Status fits = reg::text_fits(notice.words, "a reason"); !fits) return fail(fits.error());
  if (school_.pupil(notice.pupil) == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(notice.pupil.number()));
  }
  const auto number = append(journal::draft_of(notice, at));
  notices_.push_back({number, at, notice});
  plan_again(notice);
  return number;
}

std::optional<reg::Notice> MemoryRegister::notice_at(const reg::EventRef& ref) const {
  if (ref.journal != to_hex(id_)) return std::nullopt;
  for (const auto& given : notices_) {
    if (given.entry == ref.seq) return given.what;
  }
  return std::nullopt;
}

/// What the doors judge by, from the notices that stand.
void MemoryRegister::plan_again(const reg::Notice& about) {
  auto standing = *notices(about.session.day);
  std::erase_if(standing, [&](const reg::NoticeGiven& given) {
    return given.what.pupil != about.pupil || given.what.session != about.session;
  });
  std::erase_if(school_.plans, [&](const reg::PupilPlan& plan) {
    return plan.pupil == about.pupil && plan.session == about.session;
  });
  const auto plan = plan_of(standing, school_);
  if (plan) school_.plans.push_back({about.pupil, about.session, *plan});
  ++school_.version;
}

Result<std::vector<reg::NoticeGiven>> MemoryRegister::notices(SchoolDay day) {
  std::vector<reg::NoticeGiven> found;
  for (const auto& notice : notices_) {
    const reg::EventRef ref{to_hex(id_), notice.entry};
    const bool taken_back = std::any_of(told_.begin(), told_.end(), [&](const auto& fact) {
      const auto* back = std::get_if<reg::TakenBack>(&fact.second.event);
      return back != nullptr && back->what == ref;
    });
    if (notice.what.session.day == day && !taken_back) found.push_back(notice);
  }
  return found;
}

Status MemoryRegister::change(const reg::Setting& setting, Instant at) {
  if (Status fits = fits_entry(setting); !fits) return fits;
  const auto number = append(journal::draft_of(setting, at));
  settings_.push_back({number, setting});
  return {};
}

Result<std::vector<reg::Setting>> MemoryRegister::settings() {
  std::vector<reg::Setting> found;
  for (const auto& [entry, setting] : settings_) found.push_back(setting);
  return found;
}

std::optional<SchoolDay> MemoryRegister::day_of_event(const reg::EventRef& ref) const {
  for (const auto& [day, fact] : told_) {
    if (fact.ref == ref) return day;
  }
  if (const auto notice = notice_at(ref)) return notice->session.day;
  for (const auto& [history, held] : journals_) {
    if (to_hex(history) != ref.journal || ref.seq < 1 || ref.seq > held.events.size()) continue;
    return day_of(held.events[ref.seq - 1], held.entries[ref.seq - 1].at);
  }
  return std::nullopt;
}

}  // namespace handbell::store
