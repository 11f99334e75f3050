// Which lines of a report without names may be shown together, and which of their numbers.
//
// Classes lie in years, groups lie across both, and the school's total stands beside them all: a
// class of three could be found by taking the other classes from its year. So the lines are taken
// in from the largest to the smallest, and one is left out as soon as it and those before it, added
// to and taken from each other, would tell of fewer than five children. Each column of numbers is
// gone through in the same way, with sessions in place of children.
#pragma once

#include "app/reports/counted_pupils.h"

#include <vector>

namespace handbell::reports {

using Sections = std::vector<std::vector<GroupLine>*>;

/// Sets `withheld` in every section's lines. `total`: the whole, always shown unless it is small
/// itself.
void keep_lines_back(const Sections& sections, GroupLine& total);

/// Sets what of the numbers of the lines that are not withheld is hidden. `pupils`: of whom they
/// are made.
void keep_numbers_back(const std::vector<CountedPupil>& pupils, const Sections& sections,
                       GroupLine& total);

}  // namespace handbell::reports
