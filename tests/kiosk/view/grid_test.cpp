#include "app/kiosk/view/grid.h"

#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

constexpr Box kTenInch{7, 23, 203, 79};

TEST(Grid, twenty_classes_have_room_for_fingers_on_ten_inches) {
  const GridShape shape = shape_of(20, kTenInch, {});
  EXPECT_GE(shape.room(), 20U);
  EXPECT_GE(shape.width, 24);
  EXPECT_GE(shape.height, 24);
  const auto cells = cells_of(shape, 20, kTenInch);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (std::size_t j = i + 1; j < cells.size(); ++j) {
      const Box gap{cells[i].x - 2.9, cells[i].y - 2.9, cells[i].w + 5.8, cells[i].h + 5.8};
      EXPECT_FALSE(overlap(gap, cells[j])) << i << " and " << j;
    }
    EXPECT_TRUE(within(cells[i], {7, 22.9, 203.1, 79.2})) << i;
  }
}

TEST(Grid, holds_as_many_as_it_can_where_not_all_have_room) {
  const GridShape shape = shape_of(60, kTenInch, {});
  EXPECT_LT(shape.room(), 60U);
  EXPECT_GE(shape.height, 24);
  EXPECT_EQ(cells_of(shape, 60, kTenInch).size(), shape.room());
}

TEST(Grid, a_shorter_last_row_stands_in_the_middle) {
  GridShape shape{2, 2, 50, 30};
  const auto cells = cells_of(shape, 3, {0, 0, 104, 64});
  EXPECT_DOUBLE_EQ(cells[2].x, 27);
}

TEST(Grid, few_cells_do_not_grow_for_ever) {
  const GridShape shape = shape_of(2, {0, 0, 330, 150}, {});
  EXPECT_LE(shape.width, 90);
  EXPECT_LE(shape.height, 62);
}

}  // namespace
}  // namespace handbell::kiosk
