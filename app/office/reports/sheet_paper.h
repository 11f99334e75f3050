// A report on paper: the same sheet as the page's, each table with its picture above it, on A4 with
// the school's head.
#pragma once

#include "app/base/result.h"
#include "app/paper/pdf.h"
#include "app/reports/report_sheet.h"

#include <string>

namespace handbell::office {

/// A PDF. `head`: its title becomes the sheet's. Faults: those of render_pdf().
[[nodiscard]] Result<std::string> sheet_paper(const reports::ReportSheet& sheet,
                                              paper::Letterhead head);

}  // namespace handbell::office
