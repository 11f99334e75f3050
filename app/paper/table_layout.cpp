#include "app/paper/table_layout.h"

#include <algorithm>
#include <numeric>

namespace handbell::paper {
namespace {

constexpr double kGap = 8;  // points between columns

/// What each column would like to have, and the least with which no word is broken.
struct Wanted {
  std::vector<double> whole;
  std::vector<double> least;
};

void want(Wanted& wanted, std::size_t column, double whole, double least) {
  wanted.whole[column] = std::max(wanted.whole[column], whole);
  wanted.least[column] = std::max(wanted.least[column], least);
}

/// Wide columns give first, none below its longest word as long as there is room for that.
std::vector<double> shared_out(const Wanted& wanted, double room) {
  const double whole = std::reduce(wanted.whole.begin(), wanted.whole.end());
  if (whole <= room) return wanted.whole;
  const double least = std::reduce(wanted.least.begin(), wanted.least.end());
  std::vector<double> widths = wanted.least;
  if (least >= room) {
    for (double& width : widths) width *= room / least;
    return widths;
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] += (room - least) * (wanted.whole[i] - wanted.least[i]) / (whole - least);
  }
  return widths;
}

}  // namespace

TableLayout::TableLayout(const TableBlock& table, const Fonts& fonts, double width, double size)
    : fonts_(fonts), size_(size), width_(width), figures_(table.figures) {
  measure(table, width);
  head_ = row_of(table.columns, Weight::bold);
  rows_.reserve(table.rows.size());
  for (const auto& row : table.rows) rows_.push_back(row_of(row));
}

void TableLayout::measure(const TableBlock& table, double room) {
  const std::size_t columns = table.columns.size();
  Wanted wanted{std::vector<double>(columns, 0), std::vector<double>(columns, 0)};
  for (std::size_t i = 0; i < columns; ++i) {
    const Face bold{size_, Weight::bold};
    want(wanted, i, fonts_.width_of(table.columns[i], bold) + 1,
         fonts_.widest_word(table.columns[i], bold) + 1);
  }
  // A long list is as wide as its first rows: what is longer further down is broken into lines.
  constexpr std::size_t kMeasured = 200;
  for (std::size_t at = 0; at < table.rows.size() && at < kMeasured; ++at) {
    const auto& row = table.rows[at];
    for (std::size_t i = 0; i < columns && i < row.size(); ++i) {
      const Face face{size_, Weight::normal};
      want(wanted, i, fonts_.width_of(row[i], face) + 1, fonts_.widest_word(row[i], face) + 1);
    }
  }
  const double gaps = kGap * static_cast<double>(columns > 0 ? columns - 1 : 0);
  widths_ = shared_out(wanted, room - gaps);
  // Figures stand below each other at the right side; what is spare goes to the names before them.
  const double spare = room - gaps - std::reduce(widths_.begin(), widths_.end());
  if (!table.figures.empty() && !widths_.empty() && spare > 0) widths_.front() += spare;
  double left = 0;
  for (const double width : widths_) {
    lefts_.push_back(left);
    left += width + kGap;
  }
}

TableRow TableLayout::row_of(const std::vector<std::string>& cells, Weight weight) const {
  TableRow row;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const std::string words = i < cells.size() ? cells[i] : "";
    Layout layout = fonts_.laid_out(words, {size_, weight}, widths_[i]);
    const bool figures = i < figures_.size() && figures_[i];
    if (figures) {
      pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
    } else {
      stand_left(layout.get());
    }
    row.baseline = std::max(row.baseline, baseline_of(layout.get()));
    row.cells.emplace_back(layout.release(), ObjectEnd());
  }
  for (const auto& cell : row.cells) {
    row.height =
        std::max(row.height, row.baseline - baseline_of(cell.get()) + height_of(cell.get()));
  }
  row.height += 2 * kPadding;
  return row;
}

}  // namespace handbell::paper
