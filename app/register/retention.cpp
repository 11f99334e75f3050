#include "app/register/retention.h"

#include <algorithm>
#include <tuple>

namespace handbell::reg {

namespace {

constexpr int kYearsKept = 6;

bool same_mark(const MarkMade& a, const MarkMade& b) {
  return std::tie(a.session, a.pupil) == std::tie(b.session, b.pupil);
}

}  // namespace

SchoolDay register_kept_through(SchoolDay made) {
  const auto day = SchoolDay::from_parts(made.year() + kYearsKept, made.month(), made.day());
  if (day) return *day;
  const auto last = SchoolDay::from_parts(made.year() + kYearsKept, made.month(), made.day() - 1);
  // Kept for good where the calendar ends before.
  return last ? *last : *SchoolDay::from_parts(2199, 12, 31);
}

std::vector<std::uint64_t> entries_due(std::vector<MarkMade> rows, SchoolDay today) {
  std::ranges::sort(rows);
  std::vector<std::uint64_t> due;
  for (auto chain = rows.begin(); chain != rows.end();) {
    const auto end = std::find_if(chain, rows.end(),
                                  [&](const MarkMade& row) { return !same_mark(*chain, row); });
    const auto youngest = std::max_element(
        chain, end, [](const MarkMade& a, const MarkMade& b) { return a.made < b.made; });
    if (register_kept_through(youngest->made) < today) {
      for (auto row = chain; row != end; ++row) due.push_back(row->entry);
    }
    chain = end;
  }
  std::ranges::sort(due);
  return due;
}

}  // namespace handbell::reg
