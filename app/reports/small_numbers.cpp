#include "app/reports/small_numbers.h"

#include <algorithm>
#include <tuple>

namespace handbell::reports {

std::string words_kept_back(int count) { return is_small(count) ? "fewer than 5" : "not shown"; }

std::string count_words(int count) {
  if (count == 0) return "none";
  return is_small(count) ? "fewer than 5" : std::to_string(count);
}

void hide_one_more(std::vector<ColumnNumber>& column) {
  if (std::ranges::count(column, true, &ColumnNumber::hidden) != 1) return;
  const auto order = [](const ColumnNumber& each) {
    return std::tuple(!each.counts, each.hidden, each.value == 0, each.value);
  };
  const auto next = std::ranges::min_element(column, {}, order);
  if (next->counts && next->value > 0) next->hidden = true;
}

int smaller_part(int one, int other) {
  const int smaller = std::min(one, other);
  return smaller == 0 ? std::max(one, other) : smaller;
}

}  // namespace handbell::reports
