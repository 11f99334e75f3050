#include "figures.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace handbell::bench {

namespace {

double at_part(std::vector<double> values, std::size_t hundredths) {
  if (values.empty()) return kNotMeasured;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, values.size() * hundredths / 100)];
}

double instructions(const std::string& program_and_mode, int count) {
  const std::string text =
      output_of("valgrind --tool=callgrind --callgrind-out-file=/dev/null " HANDBELL_BIN "/" +
                program_and_mode + " " + std::to_string(count) + " 2>&1");
  const std::string key = "Collected : ";
  const auto at = text.find(key);
  return at == std::string::npos ? kNotMeasured : std::stod(text.substr(at + key.size()));
}

}  // namespace

double median(std::vector<double> values) { return at_part(std::move(values), 50); }
double p95(std::vector<double> values) { return at_part(std::move(values), 95); }
double p99(std::vector<double> values) { return at_part(std::move(values), 99); }

Figure times(const std::string& what, const std::vector<double>& ms, double bar, double p95_bar) {
  std::string more = fmt::format("p95 {:.1f}", p95(ms));
  if (p95_bar > 0) more += fmt::format(" (bar {:.0f})", p95_bar);
  more += fmt::format(", {} times", ms.size());
  return {what, median(ms), bar, "ms", false, more};
}

bool print(const std::vector<Figure>& figures) {
  bool all = true;
  fmt::print("{:<61} {:>9} {:>7} {:<11} {:<7} {:<5} {}\n", "what", "measured", "bar", "unit",
             "decides", "holds", "");
  for (const Figure& figure : figures) {
    fmt::print("{:<61} {:>9.2f} {:>7.2f} {:<11} {:<7} {:<5} {}\n", figure.what, figure.value,
               figure.bar, figure.unit, figure.decides ? "yes" : "no",
               figure.holds() ? "yes" : "NO", figure.more);
    all = all && (figure.holds() || !figure.decides);
  }
  return all;
}

void write_json(const std::vector<Figure>& figures, const std::string& path) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const Figure& figure : figures) {
    rows.push_back({{"what", figure.what},
                    {"measured", figure.value},  // null where it was not
                    {"bar", figure.bar},
                    {"unit", figure.unit},
                    {"decides", figure.decides},
                    {"holds", figure.holds()},
                    {"more", figure.more}});
  }
  std::ofstream(path) << rows.dump(1) << "\n";
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

double instructions_each(const std::string& program_and_mode) {
  constexpr int kWarm = 40;
  constexpr int kTimes = 200;
  return (instructions(program_and_mode, kWarm + kTimes) - instructions(program_and_mode, kWarm)) /
         kTimes;
}

}  // namespace handbell::bench
