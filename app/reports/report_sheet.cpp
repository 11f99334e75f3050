#include "app/reports/report_sheet.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reports {

namespace {

using Line = std::vector<std::string>;

Line all_columns(const ReportSheet& sheet) {
  Line all;
  for (const auto& table : sheet.tables) {
    for (const auto& column : table.columns) {
      if (std::ranges::find(all, column) == all.end()) all.push_back(column);
    }
  }
  return all;
}

std::string plain(const std::string& words) {
  constexpr std::string_view kPerCent = " %";
  if (words == "–") return "";
  return words.ends_with(kPerCent) ? words.substr(0, words.size() - kPerCent.size()) : words;
}

Line csv_line(const SheetTable& table, const SheetRow& row, const Line& columns) {
  Line line{table.title, row.name};
  for (const auto& column : columns) {
    const auto found = std::ranges::find(table.columns, column);
    const auto place = static_cast<std::size_t>(found - table.columns.begin());
    line.push_back(found == table.columns.end() ? "" : plain(row.cells[place].words));
  }
  return line;
}

}  // namespace

std::string days_in_words(const DateRange& days) {
  if (days.from() == days.to()) return days.from().words();
  return fmt::format("{} to {}", days.from().words(), days.to().words());
}

std::string stamp_sentence(const ReportSheet& sheet) {
  return fmt::format(
      "Sessions counted as the door proposes, until somebody accepts them: {}. Absences without a "
      "reason yet: {}.",
      sheet.pending, sheet.unresolved);
}

std::vector<Line> sheet_lines(const ReportSheet& sheet, const std::string& legal_register,
                              const std::string& made) {
  const Line columns = all_columns(sheet);
  const Line stamp{sheet.days.from().text(), sheet.days.to().text(), sheet.pending,
                   sheet.unresolved,         legal_register,         made};
  std::vector<Line> lines;
  Line& head = lines.emplace_back(Line{"Part", "Name"});
  head.insert(head.end(), columns.begin(), columns.end());
  for (const char* name : {"From", "To", "Pending", "Unresolved", "LegalRegister", "Made"}) {
    head.emplace_back(name);
  }
  for (const auto& table : sheet.tables) {
    for (const auto& row : table.rows) {
      Line line = csv_line(table, row, columns);
      line.insert(line.end(), stamp.begin(), stamp.end());
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace handbell::reports
