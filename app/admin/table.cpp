#include "app/admin/table.h"

#include "app/base/text.h"
#include "app/exchange/csv.h"

#include <algorithm>

namespace handbell::admin {

namespace {

std::string plain(const nlohmann::json& cell) {
  if (cell.is_null()) return "";
  return cell.is_string() ? cell.get<std::string>() : cell.dump();
}

std::string as_json(const Table& table) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < table.columns.size(); ++i) object[table.columns[i]] = row[i];
    list.push_back(std::move(object));
  }
  return list.dump(1) + "\n";
}

std::string as_csv(const Table& table) {
  exchange::CsvWriter writer(table.columns);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const auto& cell : row) cells.push_back(plain(cell));
    writer.row(cells);
  }
  return writer.text();
}

/// A reason may have lines of its own; a row of a table has one.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

std::string as_table(const Table& table) {
  std::vector<std::vector<std::string>> lines{table.columns};
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const auto& cell : row) cells.push_back(on_one_line(plain(cell)));
    lines.push_back(std::move(cells));
  }
  std::vector<std::size_t> widths(table.columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], code_points(line[i]));
    }
  }
  std::string text;
  for (const auto& line : lines) {
    std::string shown;
    for (std::size_t i = 0; i < line.size(); ++i) {
      shown += line[i] + std::string(widths[i] - code_points(line[i]) + 2, ' ');
    }
    text += shown.substr(0, shown.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace

std::string rendered(const Table& table, Format format) {
  switch (format) {
    case Format::json:
      return as_json(table);
    case Format::csv:
      return as_csv(table);
    case Format::table:
      return as_table(table);
  }
  return "";
}

}  // namespace handbell::admin
