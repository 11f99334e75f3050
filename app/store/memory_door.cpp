// What the office tells its doors besides, in the twin without a disk.
#include "app/journal/release_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/memory_register.h"

#include <algorithm>
#include <tuple>

namespace handbell::store {

namespace {

/// In place of the same holder's card of the same day, or behind all.
template <class Card, class Same>
void put_card(std::vector<Card>& cards, const Card& row, const Same& same) {
  const auto at = std::find_if(cards.begin(), cards.end(), same);
  if (at != cards.end()) {
    *at = row;
  } else {
    cards.push_back(row);
  }
}

}  // namespace

Result<reg::ImportCount> MemoryRegister::put_cards(const std::vector<reg::CardRecord>& rows) {
  const auto merged = merge_cards(school_, rows);
  if (!merged) return fail(merged.error());
  for (const auto& row : merged->rows) {
    put_card(school_.cards, row, [&](const reg::CardRecord& card) {
      return card.uid == row.uid && card.pupil == row.pupil && card.family == row.family &&
             card.issued == row.issued;
    });
  }
  reg::sort_cards(school_.cards);
  if (!merged->rows.empty()) ++school_.version;
  return merged->count;
}

Result<reg::ImportCount> MemoryRegister::put_staff_cards(
    const std::vector<reg::StaffCardRecord>& rows) {
  for (const auto& row : rows) {
    const auto known = std::ranges::find(members_, row.staff, &reg::StaffMember::id);
    if (known == members_.end()) return fail(FaultCode::staff_unknown, row.staff);
  }
  const auto merged = merge_staff_cards(school_, rows);
  if (!merged) return fail(merged.error());
  for (const auto& row : merged->rows) {
    put_card(school_.staff_cards, row, [&](const reg::StaffCardRecord& card) {
      return card.uid == row.uid && card.staff == row.staff && card.issued == row.issued;
    });
  }
  std::sort(school_.staff_cards.begin(), school_.staff_cards.end(),
            [](const auto& a, const auto& b) {
              return std::tuple(a.uid.text(), a.issued, a.staff) <
                     std::tuple(b.uid.text(), b.issued, b.staff);
            });
  if (!merged->rows.empty()) ++school_.version;
  return merged->count;
}

Result<reg::ImportCount> MemoryRegister::put_reasons(const std::vector<reg::ListedReason>& rows) {
  const auto merged = merge_reasons(school_, rows);
  if (!merged) return fail(merged.error());
  for (const auto& row : merged->rows) school_.reasons.of(row.list).clear();
  for (const auto& row : merged->rows) school_.reasons.of(row.list).push_back(row.reason);
  if (!merged->rows.empty()) ++school_.version;
  return merged->count;
}

Status MemoryRegister::put_evacuation(const reg::EvacuationCall& call) {
  school_.evacuations.push_back(call);
  ++school_.version;
  return {};
}

Result<std::uint64_t> MemoryRegister::answer_release(const reg::ReleaseAnswer& answer, Instant at) {
  const auto day = day_answered(answer);
  if (!day) return fail(day.error());
  if (school_.pupil(answer.pupil) == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(answer.pupil.number()));
  }
  const auto number = append(journal::draft_of(answer, at));
  releases_.push_back({*day, {number, at, answer}});
  if (answer.step == reg::ReleaseStep::handed_over) {
    const reg::PresenceEvent gone = going_of(answer);
    told_.push_back({*day, {{to_hex(id_), append(journal::draft_of(gone, at))}, gone}});
  }
  ++school_.version;
  return number;
}

Result<std::vector<reg::ReleaseGiven>> MemoryRegister::release_answers(SchoolDay day) {
  std::vector<reg::ReleaseGiven> found;
  for (const auto& [of, release] : releases_) {
    if (of != day) continue;
    found.push_back(release);
    const reg::EventRef ref{to_hex(id_), release.entry};
    for (const auto& [when, fact] : told_) {
      const auto* back = std::get_if<reg::TakenBack>(&fact.event);
      if (back != nullptr && back->what == ref) found.back().back = *back;
    }
  }
  return found;
}

}  // namespace handbell::store
