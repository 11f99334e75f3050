// Sheets become one PDF: A4 with the school's head, pages numbered for each sheet by itself, and at
// the foot when it was made and which register is the legal one (D50).
//
//   1. Each sheet begins on a page of its own, so that a batch can be handed out letter by letter.
//   2. A heading never stands alone at the end of a page, nor a line to sign without the others.
//   3. A table goes on over pages with its columns named again.
//   4. Every script is written as it is read; from right to left where the text is.
//   5. Headings, lists and tables are marked as such for whoever has the file read out.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/paper/sheet.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::paper {

/// What is the same on all sheets of one file.
struct Letterhead {
  std::string school;
  std::string logo{};   ///< PNG or SVG, its bytes; empty: none
  std::string stamp{};  ///< "Made on Monday 12 January 2026. Legal register: Handbell."
  std::string title{};  ///< of the file; empty: that of the first sheet
  Instant made{};
  std::string language = "en-GB";
  std::string fonts{};     ///< the folder of our fonts; empty: beside the running program
  bool rehearsal = false;  ///< said at the top of each page, so that nobody posts it
};

/// Asked before each sheet with how many are done; false: what is wanted no longer is.
using GoOn = std::function<bool(std::size_t)>;

/// The file's bytes; empty where `go_on` said no. Faults: logo_unfit, sheet_picture_unusable,
/// asset_missing where no font is found, program_failed where the memory did not suffice.
[[nodiscard]] Result<std::string> render_pdf(const std::vector<Sheet>& sheets,
                                             const Letterhead& head, const GoOn& go_on = {});

}  // namespace handbell::paper
