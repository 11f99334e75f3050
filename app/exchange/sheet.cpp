#include "app/exchange/sheet.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::exchange {

namespace {

std::string plain_heading(std::string_view heading) {
  std::string text;
  for (const char c : ascii_lower(heading)) {
    if (c != ' ' && c != '_' && c != '-' && c != '.') text += c;
  }
  return text;
}

bool matches(const Column& column, const std::string& heading) {
  const std::string asked = plain_heading(heading);
  return plain_heading(column.name) == asked ||
         std::any_of(column.aliases.begin(), column.aliases.end(),
                     [&](const std::string& alias) { return plain_heading(alias) == asked; });
}

}  // namespace

const Column* column_of(const std::vector<Column>& columns, const std::string& heading) {
  const auto column =
      std::ranges::find_if(columns, [&](const Column& each) { return matches(each, heading); });
  return column == columns.end() ? nullptr : &*column;
}

Result<Sheet> Sheet::parse(const std::string& name, std::string_view bytes,
                           const std::vector<Column>& columns) {
  auto rows = parse_csv(name, bytes);
  if (!rows) return fail(rows.error());
  Sheet sheet;
  const CsvRow header = rows->front();
  for (std::size_t place = 0; place < header.cells.size(); ++place) {
    const std::string& heading = header.cells[place];
    const Column* column = column_of(columns, heading);
    if (column == nullptr) {
      if (!heading.empty()) sheet.unknown_.push_back(heading);
    } else {
      sheet.places_.emplace(column->name, place);
    }
  }
  std::vector<std::string> missing;
  for (const Column& column : columns) {
    if (column.required && !sheet.has(column.name)) missing.push_back(column.name);
  }
  if (!missing.empty()) {
    return fail(FaultCode::column_missing, fmt::format("{}", fmt::join(missing, ", ")));
  }
  sheet.rows_.assign(rows->begin() + 1, rows->end());
  return sheet;
}

std::string Sheet::cell(std::size_t row, const std::string& column) const {
  const auto place = places_.find(column);
  const auto& cells = rows_[row].cells;
  if (place == places_.end() || place->second >= cells.size()) return "";
  const std::string& text = cells[place->second];
  const bool guarded = text.size() > 1 && text[0] == '\'' &&
                       std::string_view("=+-@").find(text[1]) != std::string_view::npos;
  return guarded ? text.substr(1) : text;
}

}  // namespace handbell::exchange
