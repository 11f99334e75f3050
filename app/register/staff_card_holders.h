// Whose staff card was it at the door?
//
// The door knows a card by its keyed hash. The office says the name of whoever held it on that day;
// a card that nobody held then, that was revoked, or whose holder is not on the staff list any
// more, is "a staff card that is not known now".
#pragma once

#include "app/register/school.h"
#include "app/register/staff.h"

#include <map>

namespace handbell::reg {

inline constexpr std::string_view kUnknownStaffCard = "a staff card that is not known now";

class StaffCardHolders {
 public:
  /// Whoever asks about nobody's card.
  StaffCardHolders() = default;
  StaffCardHolders(const School& school, const std::vector<StaffMember>& members,
                   const HashOfCard& hash);

  /// "R Patel", or kUnknownStaffCard. At a moment that nobody knows: who holds it and never had to
  /// give it back (D17).
  [[nodiscard]] std::string whose(const CardHash& card, const std::optional<Instant>& at) const;

 private:
  struct Holder {
    std::string name;
    SchoolDay issued;
    std::optional<SchoolDay> revoked;
  };
  std::multimap<CardHash, Holder> holders_;
};

}  // namespace handbell::reg
