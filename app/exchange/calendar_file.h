// The school's year (rules/formats.json, F12).
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/calendar.h"

namespace handbell::exchange {

/// What a file may have, by their headings.
[[nodiscard]] const std::vector<Column>& calendar_columns();

/// Faults: those of Sheet::parse.
[[nodiscard]] Result<Parsed<reg::Period>> parse_calendar(const std::string& name,
                                                         std::string_view bytes);
[[nodiscard]] std::string write_calendar(const std::vector<reg::Period>& periods);

}  // namespace handbell::exchange
