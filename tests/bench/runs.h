// The same thing done many times, in several runs, of which the medians are told.
#pragma once

#include "figures.h"
#include "stopwatch.h"
#include <fmt/format.h>

#include <algorithm>

namespace handbell::bench {

inline constexpr int kRuns = 7;

/// How long each of so many took; empty where one failed.
template <class Work>
std::vector<double> each_of(int times, Work work) {
  std::vector<double> ms;
  for (int i = 0; i < times; ++i) {
    const Stopwatch watch;
    if (!work()) return {};
    ms.push_back(watch.ms());
  }
  return ms;
}

template <class Run>
std::vector<std::vector<double>> runs_of(Run run) {
  std::vector<std::vector<double>> runs;
  for (int i = 0; i < kRuns; ++i) runs.push_back(run());
  return runs;
}

inline Figure told(const std::string& what, const std::vector<std::vector<double>>& runs,
                   double (*figure)(std::vector<double>), double bar, const char* theirs) {
  std::vector<double> each;
  for (const auto& run : runs) each.push_back(figure(run));
  const auto [least, most] = std::minmax_element(each.begin(), each.end());
  return {what,
          median(each),
          bar,
          "ms",
          false,
          fmt::format("{}{} runs of {}, {:.2f} to {:.2f}", theirs, runs.size(), runs.front().size(),
                      *least, *most)};
}

/// Of clients who each leave the next mark as soon as the last is durable. `ms_a_mark`: of each
/// run; `marks`: in each.
inline Figure told_together(const std::string& what, const std::vector<double>& ms_a_mark,
                            int marks, double bar, const char* theirs) {
  const double ms = median(ms_a_mark);
  return {what,
          ms,
          bar,
          "ms",
          false,
          fmt::format("{:.0f} a second; {}; {} runs of {}", 1000 / ms, theirs, ms_a_mark.size(),
                      marks)};
}

}  // namespace handbell::bench
