// A report as it is shown, printed and saved: tables with their figures in words, one stamp.
//
// Page, CSV and PDF are made from the same sheet, so that they cannot differ. Each says of which
// days it is, whom it counts, how many of its marks wait for a person and how many absences have no
// reason yet; which register is the legal one is added where it is known (D50).
#pragma once

#include "app/reports/date_range.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace handbell::reports {

struct SheetCell {
  std::string words;               ///< "94.7 %", "fewer than 5", "–"
  std::optional<double> number{};  ///< to be drawn; nothing where it is kept back
};

struct SheetRow {
  std::string name;
  std::vector<SheetCell> cells;  ///< as many as the table has columns
};

struct SheetTable {
  std::string id;                    ///< "classes"
  std::string title;                 ///< "By class"
  std::string of;                    ///< what the rows are: "Class"
  std::vector<std::string> columns;  ///< behind the name
  std::vector<SheetRow> rows;
  std::vector<std::size_t> drawn{};  ///< the columns of the chart, at most three; none: no chart
  bool as_line = false;              ///< a course in time
  std::string unit = "%";            ///< of what is drawn
};

struct ReportSheet {
  std::string id;     ///< "governors": in the name of its file
  std::string title;  ///< "Attendance report for governors"
  DateRange days;
  std::string of_whom;  ///< "Reception and Key Stage 1."
  std::string pending;  ///< "12"; "fewer than 5" where small numbers are kept back
  std::string unresolved;
  std::vector<SheetTable> tables;
  std::vector<std::string> notes{};  ///< sentences under the tables
};

/// "Monday 12 January 2026 to Friday 16 January 2026", or one day.
[[nodiscard]] std::string days_in_words(const DateRange& days);

/// "3 of 120 sessions are counted as the door proposes ..." and the like: the two counts of a
/// sheet in one sentence.
[[nodiscard]] std::string stamp_sentence(const ReportSheet& sheet);

/// The sheet as lines of a CSV, the first the headings: Part, Name, every column of its tables,
/// From, To, Pending, Unresolved, LegalRegister, Made. Figures stand without "%", what has none is
/// empty.
[[nodiscard]] std::vector<std::vector<std::string>> sheet_lines(const ReportSheet& sheet,
                                                                const std::string& legal_register,
                                                                const std::string& made);

}  // namespace handbell::reports
