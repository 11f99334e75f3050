// Figures with their bars, as one table and as results.json.
//
// Counts and ratios decide: one over its bar, or one that could not be measured, ends the run with
// 1. Milliseconds, memory and processor depend on the machine: they are told, and decide nothing.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace handbell::bench {

inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

struct Figure {
  std::string what;
  double value = kNotMeasured;
  double bar = 0;
  std::string unit;
  bool decides = false;
  std::string more;  ///< p95 and the like
  /// Invariant: what was not measured does not hold.
  [[nodiscard]] bool holds() const { return value <= bar; }
};

/// Of any number of values, in any order; kNotMeasured of none.
[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double p95(std::vector<double> values);
[[nodiscard]] double p99(std::vector<double> values);
/// A median in milliseconds with its p95. `p95_bar`: told beside it where there is one.
[[nodiscard]] Figure times(const std::string& what, const std::vector<double>& ms, double bar,
                           double p95_bar = 0);

/// Prints the table; true if every figure that decides holds.
[[nodiscard]] bool print(const std::vector<Figure>& figures);
void write_json(const std::vector<Figure>& figures, const std::string& path);

/// What a command prints; empty where it failed.
[[nodiscard]] std::string output_of(const std::string& command);

/// What one of many costs a program of ours that is told how many: the difference of two runs under
/// callgrind, without start and end.
[[nodiscard]] double instructions_each(const std::string& program_and_mode);

[[nodiscard]] std::vector<Figure> count_figures();
[[nodiscard]] std::vector<Figure> mark_figures();
[[nodiscard]] std::vector<Figure> tap_figures();
[[nodiscard]] std::vector<Figure> idle_figures();
[[nodiscard]] std::vector<Figure> memory_figures();
[[nodiscard]] std::vector<Figure> scene_figures();
[[nodiscard]] std::vector<Figure> page_figures();

}  // namespace handbell::bench
