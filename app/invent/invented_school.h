// A school that does not exist: children, cards and term dates for demonstrations and tests.
//
// The same seed, size and year invent the same school on every machine. No child, number or card in
// it is anybody's; names are put together by chance.
#pragma once

#include "app/register/school.h"

#include <cstdint>

namespace handbell::invent {

/// Of assets/demo: a school that has every kind of name and child that the texts speak of.
inline constexpr std::uint64_t kDemoSeed = 1276;

struct Plan {
  std::uint64_t seed = kDemoSeed;
  int pupils = 280;  ///< 1 to 2,000
  int year = 2025;   ///< whose September begins the school year, 2000 to 2090
};

/// Pupils by class and name with ids from 1, cards in their order, calendar of this school year and
/// the next, session times of the policy, pictures. Faults: bad_number, too_many.
[[nodiscard]] Result<reg::School> invent_school(const Plan& plan);

}  // namespace handbell::invent
