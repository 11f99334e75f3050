#include "app/office/page/chart_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace handbell::office {
namespace {

constexpr double kMostSteps = 5;

double step_for(double span) {
  const double rough = std::max(span, 0.01) / kMostSteps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= rough * 0.999) return times * power;
  }
  return 10.0 * power;
}

std::vector<double> all_values(const Chart& chart) {
  std::vector<double> values;
  for (const auto& series : chart.series) {
    for (const auto& each : series.values) {
      if (each.value) values.push_back(*each.value);
    }
  }
  if (chart.rule) values.push_back(chart.rule->value);
  return values;
}

}  // namespace

std::vector<double> ChartScale::ticks() const {
  const auto count = static_cast<int>(std::lround((high - low) / step));
  std::vector<double> all;
  for (int i = 0; i <= count; ++i) all.push_back(low + step * i);
  return all;
}

std::string ChartScale::words(double tick, const std::string& unit) const {
  const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
  const auto number = fmt::format("{:.{}f}", tick, decimals);
  return unit.empty() ? number : number + " " + unit;
}

ChartScale scale_of(const Chart& chart, bool from_nothing) {
  const auto values = all_values(chart);
  if (values.empty()) return {0, 1, 1};
  const auto [least, most] = std::ranges::minmax(values);
  const double low = from_nothing ? 0 : least;
  ChartScale scale;
  scale.step = step_for(most - low);
  // Sessions and minutes are whole: no axis shows half of one.
  if (chart.unit.empty()) scale.step = std::max(scale.step, 1.0);
  scale.low = std::floor(low / scale.step) * scale.step;
  scale.high = std::ceil(most / scale.step - 1e-9) * scale.step;
  if (scale.high <= scale.low) scale.high = scale.low + scale.step;
  return scale;
}

}  // namespace handbell::office
