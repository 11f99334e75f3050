// Finding a child by what somebody heard on the telephone.
//
// Accents, case and small mistakes are forgiven: "wisniewski" finds Wiśniewski, "Amera" finds
// Amira. Every word that was typed must be found in the child's names: as it is written on the
// roll, as the child is called, or as either begins. A UPN or an admission number finds its child
// alone.
#pragma once

#include "app/register/school.h"

#include <string_view>
#include <vector>

namespace handbell::reg {

inline constexpr std::size_t kMostFound = 60;

/// Those on roll on `day` first, the closest first, then by surname; at most kMostFound. Nothing
/// where nothing was typed.
[[nodiscard]] std::vector<const PupilRecord*> find_pupils(const School& school,
                                                          std::string_view typed, SchoolDay day);

/// How many letters have to be put in, left out, changed, or swapped with the next; `most` + 1
/// where more. Both are folded (base/text.h).
[[nodiscard]] int letters_apart(std::string_view a, std::string_view b, int most);

}  // namespace handbell::reg
