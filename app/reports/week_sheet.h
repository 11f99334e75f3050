// The class figures of one week for the newsletter and the overview for staff (policy 8.2; P40).
//
// Monday to Friday, sessions pooled, Reception and Key Stage 1; a class of fewer than five children
// stands without figures, and another with it where its figure could be worked out (D33, D46). The
// Nursery has a table of its own for the office, which goes into no newsletter.
#pragma once

#include "app/reports/report_sheet.h"
#include "app/reports/report_source.h"

#include <string>

namespace handbell::reports {

struct WeekQuestion {
  DateRange week;
  SchoolDay today;
  bool with_nursery = false;  ///< the office's own table as well
};
[[nodiscard]] ReportSheet week_sheet(const ReportSource& source, const WeekQuestion& question);

/// To paste: "Owls 95.2 %", a line each, with a heading.
[[nodiscard]] std::string newsletter_text(const ReportSheet& week);
/// For staff: attendance, absence and lateness of each class, with the stamp and the name of the
/// legal register (D50).
[[nodiscard]] std::string staff_text(const ReportSheet& week, const std::string& legal_register);

}  // namespace handbell::reports
