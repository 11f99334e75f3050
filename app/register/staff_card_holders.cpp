#include "app/register/staff_card_holders.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::reg {

StaffCardHolders::StaffCardHolders(const School& school, const std::vector<StaffMember>& members,
                                   const HashOfCard& hash) {
  for (const auto& card : school.staff_cards) {
    const auto member = std::ranges::find(members, card.staff, &StaffMember::id);
    if (member == members.end()) continue;
    holders_.emplace(hash(card.uid), Holder{member->name.text(), card.issued, card.revoked});
  }
}

std::string StaffCardHolders::whose(const CardHash& card, const std::optional<Instant>& at) const {
  const auto local = at ? to_local(*at) : fail(FaultCode::bad_date, "");
  const auto [first, last] = holders_.equal_range(card);
  for (auto holder = first; holder != last; ++holder) {
    const auto& [name, issued, revoked] = holder->second;
    const bool held =
        local ? issued <= local->day && (!revoked || local->day < *revoked) : !revoked;
    if (held) return name;
  }
  return std::string(kUnknownStaffCard);
}

}  // namespace handbell::reg
