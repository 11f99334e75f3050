#include "app/admin/policy_command.h"

#include "app/base/text.h"
#include "app/exchange/csv.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

constexpr std::size_t kPolicyColumns = 6;
constexpr const char* kNoRole = "no software role";

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const auto& each : split(text, ';')) {
    if (const auto part = trimmed(each); !part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string joined_parts(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

}  // namespace

Result<std::vector<PolicyRow>> parse_policy(std::string_view bytes) {
  const auto lines = exchange::parse_csv("rows.csv", bytes);
  if (!lines) return fail(lines.error());
  std::vector<PolicyRow> rows;
  for (const auto& line : *lines) {
    if (line.cells.size() != kPolicyColumns) {
      return fail(FaultCode::column_missing, fmt::format("rows.csv, line {}", line.line));
    }
    if (line.cells[0] == "row") continue;
    rows.push_back({line.cells[0], line.cells[1], line.cells[2], parts_of(line.cells[3]),
                    parts_of(line.cells[4]), line.cells[5]});
  }
  return rows;
}

std::string policy_counts(const std::vector<PolicyRow>& rows) {
  const auto without =
      std::ranges::count_if(rows, [](const auto& row) { return row.where.empty(); });
  return fmt::format(
      "{} rows: {} done by a page, a command or a program, {} without a software role.",
      rows.size(), static_cast<std::ptrdiff_t>(rows.size()) - without, without);
}

Result<std::string> policy_list(Format format) {
  const auto rows = parse_policy(policy_rows());
  if (!rows) return fail(rows.error());
  Table table{{"row", "section", "about", "where"}, {}};
  if (format != Format::table)
    table.columns = {"row", "section", "about", "done", "where", "tests", "reason"};
  for (const auto& row : *rows) {
    const std::string where = row.where.empty() ? kNoRole : joined_parts(row.where);
    if (format == Format::table) {
      const std::string reason = row.where.empty() ? ": " + row.reason : "";
      table.rows.push_back({row.row, row.section, row.about, where + reason});
      continue;
    }
    table.rows.push_back({row.row, row.section, row.about, !row.where.empty(),
                          joined_parts(row.where), joined_parts(row.tests), row.reason});
  }
  const std::string text = rendered(table, format);
  return format == Format::table ? text + "\n" + policy_counts(*rows) + "\n" : text;
}

}  // namespace handbell::admin
