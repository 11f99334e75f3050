// A report on paper: the same sheet as the page's, each table with its picture above it, on A4 with
// the school's head.
#pragma once

#include "app/base/result.h"
#include "app/exchange/export_stamp.h"
#include "app/reports/report_sheet.h"

#include <string>

namespace handbell::office {

/// A PDF. Faults: those of drawing (app/paper/pdf.h).
[[nodiscard]] Result<std::string> sheet_paper(const reports::ReportSheet& sheet,
                                              const exchange::ExportStamp& stamp);

}  // namespace handbell::office
