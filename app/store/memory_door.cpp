// What the office tells its doors besides, in the twin without a disk.
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
              return std::tuple(a.uid.hex(), a.issued, a.staff) <
                     std::tuple(b.uid.hex(), b.issued, b.staff);
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

}  // namespace handbell::store
