// The numbers along a chart's axis: round ones, few of them, and none that says too much.
#pragma once

#include "app/office/page/chart.h"

#include <string>
#include <vector>

namespace handbell::office {

struct ChartScale {
  double low = 0;
  double high = 1;
  double step = 1;  ///< 1, 2 or 5 of some power of ten
  /// Where a value lies between low (0) and high (1).
  [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
  /// From low to high.
  [[nodiscard]] std::vector<double> ticks() const;
  [[nodiscard]] std::string words(double tick, const std::string& unit) const;
};

/// Room for every value and for the rule. `from_nothing`: the axis begins at 0.
[[nodiscard]] ChartScale scale_of(const Chart& chart, bool from_nothing);

}  // namespace handbell::office
