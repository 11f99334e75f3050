// What may be chosen, side by side: a picture and a word each, as large as there is room.
#pragma once

#include "app/kiosk/view/draft.h"

namespace handbell::kiosk {

struct GridShape {
  std::size_t columns = 1;
  std::size_t rows = 1;
  double width = 0;  ///< of a cell, mm
  double height = 0;
  [[nodiscard]] std::size_t room() const { return columns * rows; }
};

struct CellRule {
  double least = 24;  ///< of a cell, each way
  double most_wide = 90;
  double most_high = 62;
  std::size_t columns = 0;  ///< as many and no others; 0: what suits
};

/// The largest cells for `count` in `box`. Where even the least ones are too many for the box, as
/// many as it holds.
[[nodiscard]] GridShape shape_of(std::size_t count, const Box& box, const CellRule& rule);

/// The cells of `shape`, in the middle of `box`, in reading order from the left: in a language that
/// is read from the right too, buttons keep their places.
[[nodiscard]] std::vector<Box> cells_of(const GridShape& shape, std::size_t count, const Box& box);

}  // namespace handbell::kiosk
