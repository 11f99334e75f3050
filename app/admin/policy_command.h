// policy: what of the school's attendance policy is done where, row by row (assets/docs/policy.md).
//
// The rows stand once, in assets/policy/rows.csv, and are part of the program: it needs no site.
#pragma once

#include "app/admin/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::admin {

struct PolicyRow {
  std::string row;      ///< "P17"
  std::string section;  ///< of the policy
  std::string about;
  std::vector<std::string> where;  ///< "page /reports/annual", "command report stages"
  std::vector<std::string> tests;  ///< "AnnualLines.are_one_a_child"
  std::string reason;              ///< why no program has a part in it; else empty
  friend bool operator==(const PolicyRow&, const PolicyRow&) = default;
};

/// The file as it stands.
[[nodiscard]] std::string_view policy_rows();
/// Faults: those of reading a CSV; column_missing.
[[nodiscard]] Result<std::vector<PolicyRow>> parse_policy(std::string_view bytes);
/// "57 rows: 52 done by a page, a command or a program, 5 without a software role."
[[nodiscard]] std::string policy_counts(const std::vector<PolicyRow>& rows);

/// As a table with the counts below it; as CSV or JSON every column and no counts.
[[nodiscard]] Result<std::string> policy_list(Format format);

}  // namespace handbell::admin
