// How a report looks as a page: which days, its tables with a picture beside those that have one,
// the stamp, and the ways to take it along.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/web/visit.h"
#include "app/reports/report_sheet.h"

#include <string>

namespace handbell::office {

/// Title, days in words, and whom it counts.
[[nodiscard]] Html sheet_headline(const reports::ReportSheet& sheet, const Html& ways);
/// The chart of a table that is drawn.
[[nodiscard]] Html sheet_picture(const reports::SheetTable& table);
/// A table with its picture, where it is drawn.
[[nodiscard]] Html sheet_table(const reports::SheetTable& table);
/// Each table as a part of the page.
[[nodiscard]] Html sheet_tables(const reports::ReportSheet& sheet);
/// What waits, what has no reason yet, and when this was made.
[[nodiscard]] Html sheet_stamp(const reports::ReportSheet& sheet, Instant now);
/// Links to the same address as a file: "CSV" and "PDF". `address` holds a question mark.
[[nodiscard]] Html take_along(const std::string& address);
/// Text to be copied into another program.
[[nodiscard]] Html copy_box(std::string_view id, std::string_view label, std::string_view words);

}  // namespace handbell::office
