// The day on paper: every class with each child's marks, who came when, who is out, what was
// amended, and as of which entry of the register all this was true.
//
// The head of the register's chain (its number and link) is a witness: whoever holds the sheet can
// show later that nothing before it was changed. A code that the person may not see is a dot.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/web/visit.h"
#include "app/store/register.h"

#include <string>
#include <vector>

namespace handbell::office {

struct SheetLine {
  std::string name;
  std::string morning;  ///< code, "•", or empty: no mark
  std::string afternoon;
  std::string came;  ///< "08:52"; both sessions: "08:52, 13:05"
  std::string note;  ///< "Out since 10:12", or a proposal that waits
};

struct SheetClass {
  std::string name;
  std::vector<SheetLine> lines;
  std::vector<std::string> amendments;
};

struct SheetView {
  std::string day;
  std::string date;
  std::string legal_register;
  std::string kept_as;  ///< "Register 5F2A…, entry 128, link 0A1B…"
  std::string printed;  ///< "Printed on Monday 12 January 2026 at 09:10 by R Patel, Office"
  int waiting = 0;      ///< proposals that nobody has accepted yet
  std::vector<SheetClass> classes;
};

/// Faults: those of reading.
[[nodiscard]] Result<SheetView> sheet_view(const Visit& visit, store::Register& held,
                                           SchoolDay day);

[[nodiscard]] Html sheet_page(const SheetView& view, PageFrame frame);

}  // namespace handbell::office
