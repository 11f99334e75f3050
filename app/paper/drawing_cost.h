// How much is drawn when an SVG is: a part that stands in it once may be drawn a million times
// over, as a copy of copies, in clips, patterns and marks on lines. What would take minutes is
// known before anything is drawn.
#pragma once

#include <optional>
#include <string>

namespace handbell::paper {

struct DrawingCost {
  double parts = 0;      ///< with every repetition; infinite where it leads back to itself
  bool effects = false;  ///< shadows and the like, which become pixels on paper
};

/// Nothing where it is no XML in UTF-8, or is nested beyond all use.
[[nodiscard]] std::optional<DrawingCost> cost_of_drawing(const std::string& svg);

}  // namespace handbell::paper
