#include "figures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

namespace handbell::bench {

double median(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

double p95(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[std::min(values.size() - 1, values.size() * 95 / 100)];
}

Figure times(const std::string& what, std::vector<double> ms, double bar) {
  std::array<char, 64> more{};
  const double worst = p95(ms);
  std::snprintf(more.data(), more.size(), "p95 %.1f of %zu", worst, ms.size());
  return {what, median(ms), bar, "ms", false, more.data()};
}

bool print(const std::vector<Figure>& figures) {
  bool all = true;
  std::printf("%-62s %10s %8s %-12s %-8s %-6s %s\n", "what", "measured", "bar", "unit", "decides",
              "holds", "");
  for (const Figure& figure : figures) {
    std::printf("%-62s %10.2f %8.2f %-12s %-8s %-6s %s\n", figure.what.c_str(), figure.value,
                figure.bar, figure.unit.c_str(), figure.decides ? "yes" : "no",
                figure.holds() ? "yes" : "NO", figure.more.c_str());
    all = all && (figure.holds() || !figure.decides);
  }
  return all;
}

std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 512> buffer{};
  while (pipe != nullptr && std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) {
    text += buffer.data();
  }
  const int status = pipe != nullptr ? ::pclose(pipe) : 1;
  return status == 0 ? text : "";
}

}  // namespace handbell::bench
