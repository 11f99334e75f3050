// Figures with their bars, as one table.
#pragma once

#include <string>
#include <vector>

namespace handbell::bench {

struct Figure {
  std::string what;
  double value = 0;
  double bar = 0;
  std::string unit;
  bool decides = false;  ///< counts and ratios; milliseconds are only told
  std::string more;      ///< p95 and the like
  [[nodiscard]] bool holds() const { return value <= bar; }
};

/// Of an odd or even number of values; they are sorted by it.
[[nodiscard]] double median(std::vector<double>& values);
[[nodiscard]] double p95(std::vector<double>& values);
[[nodiscard]] Figure times(const std::string& what, std::vector<double> ms, double bar);

/// Prints the table; true if every figure that decides holds.
[[nodiscard]] bool print(const std::vector<Figure>& figures);

/// What a command prints; empty where it failed.
[[nodiscard]] std::string output_of(const std::string& command);

[[nodiscard]] std::vector<Figure> count_figures();
[[nodiscard]] std::vector<Figure> tap_figures();
[[nodiscard]] std::vector<Figure> idle_figures();
[[nodiscard]] std::vector<Figure> page_figures();

}  // namespace handbell::bench
