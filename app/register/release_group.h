// Siblings whom one adult asked for at one door: checked once, answered child by child (D49).
//
// One family, one asker in general words, one door, within two minutes (D13), and as far as each
// other. Where nobody is anybody's sibling, each request stands alone: two mothers at one door are
// checked one by one.
#pragma once

#include "app/register/release.h"
#include "app/register/school.h"

namespace handbell::reg {

/// Every request once, in the order of the first of each group.
[[nodiscard]] std::vector<std::vector<Release>> together(const std::vector<Release>& releases,
                                                         const School& school);

}  // namespace handbell::reg
