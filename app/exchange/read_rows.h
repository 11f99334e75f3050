// The rows of a list while they are read: each is taken or refused once it is known which of them
// say the same thing twice.
#pragma once

#include "app/base/text.h"
#include "app/exchange/sheet.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace handbell::exchange {

/// "lines 2 and 3", "lines 2, 3 and 998 more".
[[nodiscard]] std::string lines_named(const std::vector<int>& lines);

/// One remark for each column that is not known.
[[nodiscard]] std::vector<std::string> remarks_on(const Sheet& sheet);

template <class Row>
class ReadRows {
 public:
  /// `read(RowReader&)` gives an optional row and refuses in the reader what it cannot take.
  template <class Read>
  ReadRows(const Sheet& sheet, const Read& read) {
    rows_.reserve(sheet.size());
    for (std::size_t i = 0; i < sheet.size(); ++i) {
      RowReader reader(sheet, i);
      std::optional<Row> row = read(reader);
      rows_.push_back({reader, std::move(row)});
    }
  }

  /// Refuses every row whose `key(row)` another has as well. The key is what the sentence names.
  template <class Key>
  void refuse_twice(const std::string& column, const Key& key) {
    std::map<std::string, std::vector<int>> lines;
    for (const auto& [reader, row] : rows_) {
      if (row) lines[key(*row)].push_back(reader.line());
    }
    for (auto& [reader, row] : rows_) {
      const auto at = row ? lines.find(key(*row)) : lines.end();
      if (at == lines.end() || at->second.size() < 2) continue;
      const std::string where = at->first + " (" + lines_named(at->second) + ")";
      reader.refuse(column, sentence({FaultCode::pupil_twice, where}));
    }
  }

  [[nodiscard]] Parsed<Row> settled(const std::vector<std::string>& remarks) {
    Parsed<Row> parsed;
    parsed.remarks = remarks;
    for (auto& [reader, row] : rows_) {
      if (reader.refused() || !row) {
        parsed.refused.push_back(reader.refusal());
      } else {
        parsed.rows.push_back(std::move(*row));
        parsed.lines.push_back(reader.line());
      }
    }
    return parsed;
  }

 private:
  std::vector<std::pair<RowReader, std::optional<Row>>> rows_;
};

}  // namespace handbell::exchange
