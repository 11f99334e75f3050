// A table's columns, as wide as their words ask for and no wider than the sheet; its rows, laid
// out.
#pragma once

#include "app/paper/fonts.h"
#include "app/paper/sheet.h"

#include <memory>
#include <string>
#include <vector>

namespace handbell::paper {

struct TableRow {
  std::vector<std::shared_ptr<PangoLayout>> cells;
  double baseline = 0;  ///< of the first line of every cell, below the padding
  double height = 0;
};

class TableLayout {
 public:
  TableLayout(const TableBlock& table, const Fonts& fonts, double width, double size);

  [[nodiscard]] const TableRow& head() const { return head_; }
  [[nodiscard]] const std::vector<TableRow>& rows() const { return rows_; }
  /// From the table's left side.
  [[nodiscard]] double left_of(std::size_t column) const { return lefts_.at(column); }
  [[nodiscard]] double width() const { return width_; }
  /// Such a row in these columns.
  [[nodiscard]] TableRow row_of(const std::vector<std::string>& cells) const {
    return row_of(cells, Weight::normal);
  }

  static constexpr double kPadding = 3;  ///< points above and below each cell's words

 private:
  void measure(const TableBlock& table, double room);
  [[nodiscard]] TableRow row_of(const std::vector<std::string>& cells, Weight weight) const;

  const Fonts& fonts_;
  double size_;
  double width_ = 0;
  std::vector<double> lefts_;
  std::vector<double> widths_;  ///< of the words
  std::vector<bool> figures_;
  TableRow head_;
  std::vector<TableRow> rows_;
};

}  // namespace handbell::paper
