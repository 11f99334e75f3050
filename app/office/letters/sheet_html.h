// A sheet of paper as a part of a page: what the PDF shows, to read before it is made, and to print
// from the browser where that is quicker.
#pragma once

#include "app/office/page/form.h"
#include "app/paper/sheet.h"

#include <string>

namespace handbell::office {

struct SheetLook {
  std::string school;
  std::string stamp;
  bool logo = false;  ///< there is one
};

[[nodiscard]] Html sheet_html(const paper::Sheet& sheet, const SheetLook& look);

}  // namespace handbell::office
