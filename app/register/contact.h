// Whom the school rings about a child, in the order of the list, and who may collect (formats F2).
//
// The order drives the calls at nine (D45), "may collect" the release at the door (D49). Where
// nobody said that an adult may collect, that adult may not: the office decides then.
#pragma once

#include "app/register/phone_number.h"
#include "app/register/school.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

inline constexpr int kMostContacts = 20;  ///< of one pupil

struct Contact {
  PupilId pupil;
  int order = 1;  ///< 1 is rung first; to kMostContacts
  NamePart name;
  std::string relationship;  ///< "Mother", may be empty
  bool parental_responsibility = false;
  std::optional<PhoneNumber> first_phone;
  std::optional<PhoneNumber> second_phone;
  bool may_collect = false;
  std::string court_order;  ///< the office's note; empty: none

  [[nodiscard]] int phones() const { return (first_phone ? 1 : 0) + (second_phone ? 1 : 0); }
  friend bool operator==(const Contact&, const Contact&) = default;
};

/// A contact is known by its pupil and its place in the list: an import with another order changes
/// the places.
[[nodiscard]] Merged<Contact> merge_contacts(const std::vector<Contact>& held,
                                             const std::vector<Contact>& rows);

/// A pupil's list in the order in which it is rung.
[[nodiscard]] std::vector<Contact> contacts_of(const std::vector<Contact>& all, PupilId pupil);

}  // namespace handbell::reg
