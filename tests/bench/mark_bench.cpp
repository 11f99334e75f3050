// What one mark by a person costs: instructions and syncs.
#include "figures.h"
#include <fmt/format.h>

namespace handbell::bench {

std::vector<Figure> mark_figures() {
  const double ours = instructions_each("mark_cost handbell");
  const double raw = instructions_each("mark_cost raw");
  const std::string syncs = output_of(HANDBELL_BIN "/mark_cost syncs 200");
  const double each = syncs.empty() ? kNotMeasured : std::stod(syncs);
  return {{"one mark with its entry, against the same rows in raw SQLite", ours / raw, 1.5, "times",
           true, fmt::format("{:.0f} against {:.0f} instructions", ours, raw)},
          {"syncs a mark, exactly 1", each < 1 ? kNotMeasured : each, 1, "", true, ""}};
}

}  // namespace handbell::bench
