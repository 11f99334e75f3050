// A report as a file: the same sheet as the page's, under a name that says its days and the legal
// register (D50). That it left is written down.
#pragma once

#include "app/office/web/visit.h"
#include "app/reports/report_sheet.h"

#include <string>

namespace handbell::office {

/// `as`: "csv" or "pdf".
[[nodiscard]] bool is_file(const std::string& as);
/// Faults: those of reading and of drawing.
[[nodiscard]] Result<Answer> sheet_file(const Visit& visit, reg::Store& held,
                                        const reports::ReportSheet& sheet, const std::string& as);

/// A file to be kept; `kind`: its content type.
[[nodiscard]] Answer file_answer(std::string bytes, const std::string& kind,
                                 const std::string& name);

/// Over these days, today at the latest.
[[nodiscard]] Result<std::string> legal_over(const Visit& visit, reg::Store& held,
                                             const reports::DateRange& days);

}  // namespace handbell::office
