// What people tell, in the twin without a disk: where children are, notices, settings.
#include "app/base/hex.h"
#include "app/journal/case_codec.h"
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
  auto draft = journal::draft_of(event, at);
  const bool is_ours = taken_back != nullptr && taken_back->what.journal == to_hex(id_) &&
                       taken_back->what.seq >= 1 && taken_back->what.seq <= entries_.size();
  auto* noted = taken_back == nullptr ? nullptr : case_at(taken_back->what);
  const bool erased =
      is_ours && noted == nullptr && journal::is_case_note(entries_[taken_back->what.seq - 1].kind);
  if (erased) return fail(FaultCode::note_unknown, std::to_string(taken_back->what.seq));
  // Invariant: kept as long as what it takes back, which would stand again without it.
  if (is_ours) draft.retention = entries_[taken_back->what.seq - 1].retention;
  const auto number = append(std::move(draft));
  if (noted != nullptr) {
    noted->back = *taken_back;
    case_backs_.push_back(number);
    return reg::EventRef{to_hex(id_), number};
  }
  told_.push_back({day, {{to_hex(id_), number}, event}});
  const auto notice = taken_back == nullptr ? std::nullopt : notice_at(taken_back->what);
  if (notice) plan_again(*notice);
  const auto kind = taken_back == nullptr ? std::nullopt : kind_of(taken_back->what);
  if (kind && heard_at_doors(*kind)) ++school_.version;
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

std::optional<journal::EntryKind> MemoryRegister::kind_of(const reg::EventRef& ref) {
  if (ref.journal == to_hex(id_)) {
    const bool is_held = ref.seq >= 1 && ref.seq <= entries_.size();
    return is_held ? std::optional(entries_[ref.seq - 1].kind) : std::nullopt;
  }
  for (auto& [history, held] : journals_) {
    if (to_hex(history) == ref.journal) return held.kind(ref.seq);
  }
  return std::nullopt;
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
  auto given = standing(*notices(about.session.day));
  std::erase_if(given, [&](const reg::NoticeGiven& one) {
    return one.what.pupil != about.pupil || one.what.session != about.session;
  });
  std::erase_if(school_.plans, [&](const reg::PupilPlan& plan) {
    return plan.pupil == about.pupil && plan.session == about.session;
  });
  const auto plan = plan_of(given, school_);
  if (plan) school_.plans.push_back({about.pupil, about.session, *plan});
  ++school_.version;
}

Result<std::vector<reg::NoticeGiven>> MemoryRegister::notices(SchoolDay day) {
  std::vector<reg::NoticeGiven> found;
  for (const auto& notice : notices_) {
    if (notice.what.session.day != day) continue;
    found.push_back(notice);
    const reg::EventRef ref{to_hex(id_), notice.entry};
    for (const auto& [of, fact] : told_) {
      const auto* back = std::get_if<reg::TakenBack>(&fact.event);
      if (back != nullptr && back->what == ref) found.back().back = *back;
    }
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
  for (const auto& [day, release] : releases_) {
    if (reg::EventRef{to_hex(id_), release.entry} == ref) return day;
  }
  for (const auto& [day, note] : notes_) {
    if (reg::EventRef{to_hex(id_), note.entry} == ref) return day;
  }
  for (const auto& [history, held] : journals_) {
    if (to_hex(history) != ref.journal) continue;
    const auto at = std::ranges::find(held.entries, ref.seq, &journal::Entry::seq);
    if (at == held.entries.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(at - held.entries.begin());
    if (const auto own = day_of(held.events[place], at->at)) return own;
    const auto days = untimed_days(history, held);
    const auto found = days.find(place);
    return found == days.end() ? std::nullopt : std::optional(found->second);
  }
  return std::nullopt;
}

}  // namespace handbell::store
