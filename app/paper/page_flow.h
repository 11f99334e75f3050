// Sets the blocks of one sheet below each other and begins a new page where one is full.
//
// What belongs together stays together: a heading with what it is about, the last words before the
// lines to sign with these, a table's columns with its first row. Only what is longer than a page
// is divided, with two lines or rows at least on either side.
#pragma once

#include "app/paper/page_ink.h"
#include "app/paper/sheet.h"

#include <vector>

namespace handbell::paper {

/// In points. The flow begins at `first_top` on the first page and at `top` on each that follows.
struct PageBox {
  double left = 0;
  double width = 0;
  double top = 0;
  double bottom = 0;
  double first_top = 0;
};

/// At least one page. Fault: sheet_picture_unusable with the sheet's title.
[[nodiscard]] Result<std::vector<Page>> flow(const Sheet& sheet, const Fonts& fonts,
                                             const PageBox& box);

}  // namespace handbell::paper
