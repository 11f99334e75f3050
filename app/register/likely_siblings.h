// Which children may be brothers and sisters: they share a telephone number or an adult of the same
// name (formats F2). A person says whether they are: nobody becomes a sibling by a rule.
#pragma once

#include "app/register/contact.h"

#include <string>
#include <vector>

namespace handbell::reg {

struct LikelySibling {
  PupilId pupil;
  std::string shared;  ///< the adult's name
  bool by_phone = false;
  friend bool operator==(const LikelySibling&, const LikelySibling&) = default;
};

/// Of children on roll on that day who are not of this pupil's family already, by id. Numbers are
/// compared as they are dialled, names without case and accents.
[[nodiscard]] std::vector<LikelySibling> likely_siblings(const School& school,
                                                         const std::vector<Contact>& contacts,
                                                         const PupilRecord& pupil, SchoolDay day);

}  // namespace handbell::reg
