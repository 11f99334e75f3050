// What the school compares itself with: the national attendance, typed in by a person from what was
// published, with the source and from which day on it counts (policy 7; P37).
//
// Handbell fetches nothing from anywhere. It is between 50.0 and 100.0 with one decimal.
#pragma once

#include "app/base/result.h"
#include "app/register/setting.h"
#include "app/reports/fraction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

struct NationalFigure {
  int per_mille = 0;   ///< 947
  std::string source;  ///< "DfE, primary schools, 2025/26 to date"
  SchoolDay from;
  [[nodiscard]] std::string text() const;  ///< "94.7 %"
  friend bool operator==(const NationalFigure&, const NationalFigure&) = default;
};

/// "94.7", "94.7 %" or "95", as thousandths. Fault: national_figure.
[[nodiscard]] Result<int> parse_national(std::string_view text);

/// The one that counts on that day; nothing where none was typed in by then.
[[nodiscard]] std::optional<NationalFigure> national_on(const std::vector<reg::Setting>& settings,
                                                        SchoolDay day);

/// "The school's 95.1 % is above the national 94.7 % (DfE, primary schools)."; compared in whole
/// numbers (D30).
[[nodiscard]] std::string compared(const Fraction& school, const NationalFigure& national);

}  // namespace handbell::reports
