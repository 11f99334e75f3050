#include "app/exchange/read_rows.h"

#include <fmt/format.h>

namespace handbell::exchange {

std::string lines_named(const std::vector<int>& lines) {
  if (lines.size() < 2) return fmt::format("line {}", fmt::join(lines, ""));
  if (lines.size() == 2) return fmt::format("lines {} and {}", lines[0], lines[1]);
  return fmt::format("lines {}, {} and {} more", lines[0], lines[1], lines.size() - 2);
}

std::vector<std::string> remarks_on(const Sheet& sheet) {
  std::vector<std::string> remarks;
  for (const auto& heading : sheet.unknown()) {
    remarks.push_back("The column \"" + heading + "\" is not known and was passed over.");
  }
  return remarks;
}

}  // namespace handbell::exchange
