// A page of the register as it is printed or handed on: whose it is, what it shows and of which
// days, which register is the legal one (D50), and when it was made.
//
// People read that above the table, so that a sheet of paper says it too. In files for programs the
// columns stay as they are, and one last column, `legal_register`, names the register.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"
#include "app/reports/date_range.h"

#include <string>

namespace handbell::admin {

struct PageHead {
  std::string title;  ///< "Late arrivals"
  reports::DateRange days;
  std::string time;  ///< "09:00", or "am"; empty where it is of whole days
};

/// `held`: where the school's name and the settings are read. Made now, by the site's clock; where
/// the legal register changed in these days each is named with the day of the change.
[[nodiscard]] Result<std::string> register_page(const Site& site, store::Register& held,
                                                const PageHead& head, Table table, Format format);

}  // namespace handbell::admin
