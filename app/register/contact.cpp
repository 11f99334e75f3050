#include "app/register/contact.h"

#include "app/register/merge_rows.h"

#include <algorithm>
#include <iterator>

namespace handbell::reg {

Merged<Contact> merge_contacts(const std::vector<Contact>& held, const std::vector<Contact>& rows) {
  return merge_rows(held, rows, [](const Contact& a, const Contact& b) {
    return a.pupil == b.pupil && a.order == b.order;
  });
}

std::vector<Contact> contacts_of(const std::vector<Contact>& all, PupilId pupil) {
  std::vector<Contact> list;
  std::copy_if(all.begin(), all.end(), std::back_inserter(list),
               [&](const Contact& each) { return each.pupil == pupil; });
  std::sort(list.begin(), list.end(),
            [](const Contact& a, const Contact& b) { return a.order < b.order; });
  return list;
}

}  // namespace handbell::reg
