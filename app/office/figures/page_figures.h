// The page Figures, for governors and the head: no child and no adult is named on it.
#pragma once

#include "app/office/figures/figures.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

struct FiguresView {
  std::string of;       ///< "day", "week" or "term"
  std::string dates;    ///< "Monday 12 January 2026 to Friday 16 January 2026"
  std::string made;     ///< "Made on Monday 12 January 2026 at 09:10"
  std::string on_roll;  ///< pupils of Reception and Key Stage 1 today
  std::string possible;
  std::string pending;     ///< sessions counted as the door proposed
  std::string unresolved;  ///< sessions without a reason yet
  FigureTable table;
  bool has_days = true;  ///< false: no term has begun
};

[[nodiscard]] Html figures_page(const FiguresView& view, PageFrame frame);

}  // namespace handbell::office
