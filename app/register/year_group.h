// The year groups of an infants school.
#pragma once

#include "app/base/result.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace handbell::reg {

enum class YearGroup : std::uint8_t { n1, n2, reception, year_1, year_2 };

inline constexpr std::array kYearGroups{YearGroup::n1, YearGroup::n2, YearGroup::reception,
                                        YearGroup::year_1, YearGroup::year_2};

/// "N1", "N2", "R", "1", "2", and the words for them ("Nursery" is N2). Fault: bad_year_group.
[[nodiscard]] Result<YearGroup> parse_year_group(std::string_view text);
[[nodiscard]] std::string_view text_of(YearGroup group);  ///< "N1" .. "2"
[[nodiscard]] constexpr bool is_nursery(YearGroup group) { return group <= YearGroup::n2; }

}  // namespace handbell::reg
