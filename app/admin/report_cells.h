// The cells that many reports share: who a line is about, days, codes, and the eight figures.
#pragma once

#include "app/admin/table.h"
#include "app/register/school.h"
#include "app/reports/attendance_count.h"

namespace handbell::admin {

using Row = std::vector<nlohmann::json>;
using Columns = std::vector<std::string>;

/// One behind the other.
[[nodiscard]] Columns joined(Columns first, const Columns& second);
[[nodiscard]] Row joined(Row first, const Row& second);

[[nodiscard]] Columns who_columns();  ///< upn, name, class
[[nodiscard]] Row who(const reg::PupilRecord& pupil);

[[nodiscard]] Columns figure_columns();  ///< possible, ..., percent (contract.md)
/// Per cent attended as text, a dash where nothing was possible (D30, D32).
[[nodiscard]] Row figures(const reports::AttendanceCount& count);

[[nodiscard]] nlohmann::json cell(std::string_view text);
[[nodiscard]] nlohmann::json cell(const std::optional<SchoolDay>& day);  ///< null where none
[[nodiscard]] nlohmann::json cell(const std::optional<reg::Code>& code);
[[nodiscard]] nlohmann::json cell(const std::optional<int>& number);
[[nodiscard]] nlohmann::json time_cell(const std::optional<Instant>& at);  ///< "08:52", local

/// "school" or "nursery": the Nursery's figures stand apart (D46).
[[nodiscard]] nlohmann::json part_of(const reg::PupilRecord& pupil);

}  // namespace handbell::admin
