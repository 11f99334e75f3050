#include "app/register/school_days.h"

#include "app/base/check.h"

#include <algorithm>

namespace handbell::reg {

namespace {

/// From the first to the last day of any term; backwards where there is none.
std::pair<std::int32_t, std::int32_t> reach_of(const Calendar& calendar) {
  std::pair<std::int32_t, std::int32_t> reach{1, 0};
  bool any = false;
  for (const Period& period : calendar.periods()) {
    if (period.kind != PeriodKind::term) continue;
    reach.first = any ? std::min(reach.first, period.from.number()) : period.from.number();
    reach.second = any ? std::max(reach.second, period.to.number()) : period.to.number();
    any = true;
  }
  return reach;
}

}  // namespace

SchoolDay monday_of(SchoolDay day) { return day.plus(-static_cast<int>(day.weekday())); }

SchoolDays SchoolDays::of(const Calendar& calendar, std::string_view year_group,
                          std::string_view class_name) {
  SchoolDays found;
  const auto [first, last] = reach_of(calendar);
  for (std::int32_t number = first; number <= last; ++number) {
    const SchoolDay day = *SchoolDay::from_number(number);
    if (calendar.state(day, year_group, class_name) != DayState::open) continue;
    found.days_.push_back(day);
    const SchoolDay monday = monday_of(day);
    if (found.mondays_.empty() || found.mondays_.back() != monday) found.mondays_.push_back(monday);
  }
  return found;
}

bool SchoolDays::meets(SchoolDay day) const {
  return std::binary_search(days_.begin(), days_.end(), day);
}

int SchoolDays::count_after(SchoolDay day, SchoolDay until) const {
  const auto first = std::upper_bound(days_.begin(), days_.end(), day);
  const auto end = std::upper_bound(days_.begin(), days_.end(), until);
  return std::max(0, static_cast<int>(end - first));
}

std::optional<SchoolDay> SchoolDays::nth_after(SchoolDay day, int n) const {
  check(n >= 1);
  const auto next = std::upper_bound(days_.begin(), days_.end(), day);
  if (days_.end() - next < n) return std::nullopt;
  return *(next + (n - 1));
}

std::optional<int> SchoolDays::week_of(SchoolDay day) const {
  const auto week = week_until(day);
  if (!week || mondays_[static_cast<std::size_t>(*week)] != monday_of(day)) return std::nullopt;
  return week;
}

std::optional<int> SchoolDays::week_until(SchoolDay day) const {
  const auto behind = std::upper_bound(mondays_.begin(), mondays_.end(), day);
  if (behind == mondays_.begin()) return std::nullopt;
  return static_cast<int>(behind - mondays_.begin()) - 1;
}

}  // namespace handbell::reg
