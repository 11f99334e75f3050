#include "app/register/likely_siblings.h"

#include "app/base/text.h"

#include <algorithm>
#include <map>

namespace handbell::reg {

namespace {

bool rings(const Contact& contact, const PhoneNumber& number) {
  const auto same = [&](const std::optional<PhoneNumber>& phone) {
    return phone && phone->dialled() == number.dialled();
  };
  return same(contact.first_phone) || same(contact.second_phone);
}

bool share_a_phone(const Contact& a, const Contact& b) {
  return (a.first_phone && rings(b, *a.first_phone)) ||
         (a.second_phone && rings(b, *a.second_phone));
}

bool may_be(const School& school, const PupilRecord& pupil, PupilId other, SchoolDay day) {
  const auto* record = school.pupil(other);
  if (record == nullptr || other == pupil.id || !record->on_roll(day)) return false;
  return pupil.family.empty() || record->family != pupil.family;
}

}  // namespace

std::vector<LikelySibling> likely_siblings(const School& school,
                                           const std::vector<Contact>& contacts,
                                           const PupilRecord& pupil, SchoolDay day) {
  std::map<PupilId, LikelySibling> found;
  for (const Contact& own : contacts_of(contacts, pupil.id)) {
    for (const Contact& other : contacts) {
      if (!may_be(school, pupil, other.pupil, day)) continue;
      const bool phone = share_a_phone(own, other);
      if (!phone && folded(own.name.text()) != folded(other.name.text())) continue;
      auto& sibling = found[other.pupil];
      if (sibling.shared.empty() || (phone && !sibling.by_phone)) {
        sibling = {other.pupil, own.name.text(), phone};
      }
    }
  }
  std::vector<LikelySibling> list;
  for (auto& [id, sibling] : found) list.push_back(std::move(sibling));
  return list;
}

}  // namespace handbell::reg
