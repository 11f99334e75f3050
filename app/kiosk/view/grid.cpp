#include "app/kiosk/view/grid.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

double between(std::size_t count) { return count > 12 ? kClose : kGap; }

double share(double all, std::size_t parts, double gap) {
  const auto n = static_cast<double>(parts);
  return (all - gap * (n - 1)) / n;
}

/// Wide cells are as good as high ones; a last row that is nearly empty is not.
double goodness(const GridShape& shape, std::size_t count) {
  const auto empty = static_cast<double>(shape.room() - count);
  return std::min(shape.width, shape.height * 1.3) - empty * 0.8;
}

}  // namespace

GridShape shape_of(std::size_t count, const Box& box, const CellRule& rule) {
  GridShape best;
  GridShape fullest;
  double found = -1;
  const double gap = between(count);
  const std::size_t most = rule.columns > 0 ? rule.columns : std::max<std::size_t>(count, 1);
  for (std::size_t columns = std::max<std::size_t>(rule.columns, 1); columns <= most; ++columns) {
    GridShape shape;
    shape.columns = columns;
    shape.width = std::min(share(box.w, columns, gap), rule.most_wide);
    if (shape.width < rule.least) break;
    const auto most_rows = static_cast<std::size_t>((box.h + gap) / (rule.least + gap) + 1e-9);
    const std::size_t wanted = (count + columns - 1) / columns;
    shape.rows = std::max<std::size_t>(1, std::min(wanted, most_rows));
    shape.height = std::min(share(box.h, shape.rows, gap), rule.most_high);
    if (shape.room() > fullest.room()) fullest = shape;
    if (shape.room() < count || goodness(shape, count) <= found) continue;
    found = goodness(shape, count);
    best = shape;
  }
  return found < 0 ? fullest : best;
}

std::vector<Box> cells_of(const GridShape& shape, std::size_t count, const Box& box) {
  const double gap = between(count);
  const auto span = [&](std::size_t parts, double each) {
    return static_cast<double>(parts) * (each + gap) - gap;
  };
  const double top = box.y + (box.h - span(shape.rows, shape.height)) / 2;
  std::vector<Box> cells;
  for (std::size_t i = 0; i < std::min(count, shape.room()); ++i) {
    const std::size_t row = i / shape.columns;
    // The last row may be shorter: it stands in the middle.
    const std::size_t in_row = std::min(shape.columns, count - row * shape.columns);
    const double left = box.x + (box.w - span(in_row, shape.width)) / 2;
    cells.push_back({left + static_cast<double>(i % shape.columns) * (shape.width + gap),
                     top + static_cast<double>(row) * (shape.height + gap), shape.width,
                     shape.height});
  }
  return cells;
}

}  // namespace handbell::kiosk
