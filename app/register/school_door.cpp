// What a school gives out for its door: cards of pupils, families and staff, and lists of reasons.
#include "app/register/school.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

namespace handbell::reg {

namespace {

bool same_holder(const CardRecord& a, const CardRecord& b) {
  return a.uid == b.uid && a.pupil == b.pupil && a.family == b.family;
}

bool same_holder(const StaffCardRecord& a, const StaffCardRecord& b) {
  return a.uid == b.uid && a.staff == b.staff;
}

/// A card that is still somebody else's.
template <class Card, class Other>
bool holds(const std::vector<Other>& cards, const Card& row) {
  return std::ranges::any_of(cards, [&](const Other& card) {
    if (card.uid != row.uid || card.revoked) return false;
    if constexpr (std::is_same_v<Card, Other>) return !same_holder(card, row);
    return true;
  });
}

/// Takes the row up: new, changed or as it was.
template <class Card>
void merge_card(std::vector<Card>& all, const Card& row, Merged<Card>& merged) {
  const auto same = std::ranges::find_if(
      all, [&](const Card& card) { return same_holder(card, row) && card.issued == row.issued; });
  if (same != all.end() && *same == row) {
    ++merged.count.unchanged;
    return;
  }
  if (same != all.end()) {
    ++merged.count.changed;
    *same = row;
  } else {
    ++merged.count.added;
    all.push_back(row);
  }
  merged.rows.push_back(row);
}

Status has_holder(const School& school, const CardRecord& row) {
  if (row.family.empty()) {
    if (school.pupil(row.pupil) != nullptr) return {};
    return fail(FaultCode::pupil_unknown, std::to_string(row.pupil.number()));
  }
  const bool known =
      row.pupil == PupilId() &&
      std::ranges::find(school.pupils, row.family, &PupilRecord::family) != school.pupils.end();
  return known ? Status() : Status(fail(FaultCode::family_unknown, row.family));
}

std::string list_named(ReasonList list) { return "the list " + std::string(text_of(list)); }

Status fit_list(ReasonList list, const std::vector<DoorReason>& reasons) {
  if (reasons.size() < kFewestReasons || reasons.size() > kMostReasons) {
    return fail(
        FaultCode::reason_unfit,
        list_named(list) + " has " + std::to_string(reasons.size()) + " reasons, not 2 to 9");
  }
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (Status fits = fit_reason(reasons[i]); !fits) return fits;
    const auto again = std::find_if(reasons.begin(), reasons.begin() + static_cast<long>(i),
                                    [&](const auto& r) { return r.key == reasons[i].key; });
    if (again == reasons.begin() + static_cast<long>(i)) continue;
    return fail(FaultCode::reason_unfit,
                list_named(list) + " has the key \"" + reasons[i].key + "\" twice");
  }
  return {};
}

void count_reason(const std::vector<DoorReason>& held, const DoorReason& reason,
                  ImportCount& count) {
  const auto known = std::ranges::find(held, reason.key, &DoorReason::key);
  if (known == held.end()) {
    ++count.added;
  } else {
    ++(*known == reason ? count.unchanged : count.changed);
  }
}

}  // namespace

void sort_cards(std::vector<CardRecord>& cards) {
  std::sort(cards.begin(), cards.end(), [](const CardRecord& a, const CardRecord& b) {
    return std::tuple(a.uid.text(), a.issued, a.pupil, a.family) <
           std::tuple(b.uid.text(), b.issued, b.pupil, b.family);
  });
}

Result<Merged<CardRecord>> merge_cards(const School& school, const std::vector<CardRecord>& rows) {
  Merged<CardRecord> merged;
  std::vector<CardRecord> all = school.cards;
  for (const CardRecord& row : rows) {
    if (!row.uid.fit_as_identity()) return fail(FaultCode::card_unfit, row.uid.masked());
    if (Status known = has_holder(school, row); !known) return fail(known.error());
    const bool taken = holds(all, row) || holds(school.staff_cards, row);
    if (taken && !row.revoked) return fail(FaultCode::card_taken, row.uid.masked());
    merge_card(all, row, merged);
  }
  return merged;
}

Result<Merged<StaffCardRecord>> merge_staff_cards(const School& school,
                                                  const std::vector<StaffCardRecord>& rows) {
  Merged<StaffCardRecord> merged;
  std::vector<StaffCardRecord> all = school.staff_cards;
  for (const StaffCardRecord& row : rows) {
    // What a wedge reader types can prove nothing.
    const bool fit = row.uid.fit_as_identity() && !(row.release && row.uid.is_wedge());
    if (!fit) return fail(FaultCode::card_unfit, row.uid.masked());
    const bool taken = holds(all, row) || holds(school.cards, row);
    if (taken && !row.revoked) return fail(FaultCode::card_taken, row.uid.masked());
    merge_card(all, row, merged);
  }
  return merged;
}

Result<Merged<ListedReason>> merge_reasons(const School& school,
                                           const std::vector<ListedReason>& rows) {
  Merged<ListedReason> merged;
  DoorReasons wanted;
  for (const auto& row : rows) wanted.of(row.list).push_back(row.reason);
  const DoorReasons held = with_built_in(school.reasons);
  for (const ReasonList list : kReasonLists) {
    if (wanted.of(list).empty()) continue;
    if (Status fits = fit_list(list, wanted.of(list)); !fits) return fail(fits.error());
    for (const DoorReason& reason : wanted.of(list)) {
      count_reason(held.of(list), reason, merged.count);
      merged.rows.push_back({list, reason});
    }
  }
  return merged;
}

}  // namespace handbell::reg
