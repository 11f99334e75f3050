// A table whose columns are known by their headings, whatever program wrote it.
//
// Never guess silently: headings are matched by their aliases, a missing column refuses the file, a
// row that cannot be taken is listed with line, column and reason, an unknown column is remarked.
#pragma once

#include "app/exchange/csv.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::exchange {

struct Column {
  std::string name;                  ///< canonical, as we write it
  std::vector<std::string> aliases;  ///< compared without case, blanks, hyphens and underscores
  bool required = false;
};

/// The one that a heading means; null where none is.
[[nodiscard]] const Column* column_of(const std::vector<Column>& columns,
                                      const std::string& heading);

/// A row that was not taken.
struct Refusal {
  int line = 0;
  std::string column;
  std::string reason;  ///< a sentence
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class Row>
struct Parsed {
  std::vector<Row> rows;
  std::vector<int> lines;  ///< of each row
  std::vector<Refusal> refused;
  std::vector<std::string> remarks;
};

class Sheet {
 public:
  /// Faults: those of parse_csv, and column_missing naming all that are.
  [[nodiscard]] static Result<Sheet> parse(const std::string& name, std::string_view bytes,
                                           const std::vector<Column>& columns);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] int line(std::size_t row) const { return lines_[row].number; }
  /// Empty where the column or the cell is missing. An apostrophe that spreadsheets put before a
  /// formula sign is taken off.
  [[nodiscard]] std::string cell(std::size_t row, const std::string& column) const;
  [[nodiscard]] bool has(const std::string& column) const { return places_.contains(column); }
  [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  /// A row: where its first cell is.
  struct Line {
    int number = 0;
    std::size_t first = 0;
  };
  void read_headings(const std::vector<std::string>& cells, const std::vector<Column>& columns);
  void add(const CsvRow& row);

  std::string text_;               ///< all cells, one behind the other: a list may be large
  std::vector<std::size_t> ends_;  ///< of each cell within it
  std::vector<Line> lines_;
  std::map<std::string, std::size_t> places_;
  std::vector<std::string> unknown_;
};

/// Reads the cells of one row and remembers what was wrong with the first that is.
class RowReader {
 public:
  RowReader(const Sheet& sheet, std::size_t row) : sheet_(sheet), row_(row) {}

  [[nodiscard]] std::string text(const std::string& column) const {
    return sheet_.cell(row_, column);
  }
  [[nodiscard]] int line() const { return sheet_.line(row_); }
  /// The value that `parse` makes of the cell, or `otherwise` where it is refused.
  template <class Parse, class T>
  T value(const std::string& column, Parse parse, T otherwise) {
    auto read = parse(text(column));
    if (read) return *read;
    refuse(column, sentence(read.error()));
    return otherwise;
  }
  void refuse(const std::string& column, const std::string& reason) {
    if (refusal_.reason.empty()) refusal_ = {line(), column, reason};
  }
  [[nodiscard]] bool refused() const { return !refusal_.reason.empty(); }
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  const Sheet& sheet_;
  std::size_t row_;
  Refusal refusal_;
};

}  // namespace handbell::exchange
