// The tables that several reports have in common: lines of classes, years and groups; the codes.
#pragma once

#include "app/reports/counted_pupils.h"
#include "app/reports/report_sheet.h"

#include <functional>

namespace handbell::reports {

/// A share in words with its number; a dash of nothing.
[[nodiscard]] SheetCell share_cell(int part, int whole);
[[nodiscard]] SheetCell count_cell(int count);

/// Pupils, Attendance, Absent, Authorised, Unauthorised, Late: what a line keeps back stays so.
[[nodiscard]] std::vector<std::string> line_columns();
/// The place of "Absent" among them.
inline constexpr std::size_t kAbsentColumn = 2;
[[nodiscard]] SheetRow row_of(const GroupLine& line);
/// `total` stands last, where it is not null.
[[nodiscard]] SheetTable lines_table(const SheetTable& head, const std::vector<GroupLine>& lines,
                                     const GroupLine* total);

/// Which codes may be told apart.
using SeesCode = std::function<bool(reg::Code)>;
/// Sessions of each code with their share of the possible ones. What may not be seen is one line of
/// its class.
[[nodiscard]] SheetTable code_table(const AttendanceCount& count, const SeesCode& sees);
/// For people who see no names: codes that are not for everybody are told apart by nobody, small
/// numbers are kept back, and so is what would tell what `total` hides. Invariant: present and
/// absent are not hidden there.
[[nodiscard]] SheetTable open_code_table(const GroupLine& total);

}  // namespace handbell::reports
