#include "app/exchange/sheet.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

void Sheet::read_headings(const std::vector<std::string>& cells,
                          const std::vector<Column>& columns) {
  for (std::size_t place = 0; place < cells.size(); ++place) {
    const Column* column = column_of(columns, cells[place]);
    if (column == nullptr) {
      if (!cells[place].empty()) unknown_.push_back(cells[place]);
    } else {
      places_.emplace(column->name, place);
    }
  }
}

void Sheet::add(const CsvRow& row) {
  lines_.push_back({row.line, ends_.size()});
  for (const auto& cell : row.cells) {
    text_ += cell;
    ends_.push_back(text_.size());
  }
}

Result<Sheet> Sheet::parse(const std::string& name, std::string_view bytes,
                           const std::vector<Column>& columns) {
  Sheet sheet;
  bool headed = false;
  const Status read = each_csv_row(name, bytes, [&](CsvRow&& row) {
    if (std::exchange(headed, true)) return sheet.add(row);
    sheet.read_headings(row.cells, columns);
  });
  if (!read) return fail(read.error());
  std::vector<std::string> missing;
  for (const Column& column : columns) {
    if (column.required && !sheet.has(column.name)) missing.push_back(column.name);
  }
  if (!missing.empty()) {
    return fail(FaultCode::column_missing, fmt::format("{}", fmt::join(missing, ", ")));
  }
  return sheet;
}

std::string Sheet::cell(std::size_t row, const std::string& column) const {
  const auto place = places_.find(column);
  const std::size_t first = lines_[row].first;
  const std::size_t next = row + 1 < lines_.size() ? lines_[row + 1].first : ends_.size();
  if (place == places_.end() || first + place->second >= next) return "";
  const std::size_t at = first + place->second;
  const std::size_t from = at == 0 ? 0 : ends_[at - 1];
  const std::string text = text_.substr(from, ends_[at] - from);
  const bool guarded = text.size() > 1 && text[0] == '\'' &&
                       std::string_view("=+-@").find(text[1]) != std::string_view::npos;
  return guarded ? text.substr(1) : text;
}

}  // namespace handbell::exchange
