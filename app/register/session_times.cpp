#include "app/register/session_times.h"

#include "app/base/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reg {

namespace {

constexpr int kLongestOpen = 30;
constexpr int kNoonMinute = 12 * 60;

int open_minutes(const Window& window) {
  return window.closes.minute() - window.arrive_by.minute();
}

std::string row_in_words(const SessionTime& row) {
  return fmt::format("{} {} {} to {}", text_of(row.group), text_of(row.half),
                     row.window.arrive_by.hh_mm(), row.window.closes.hh_mm());
}

TimeOfDay at(int hour, int minute) {
  return TimeOfDay::from_ms((std::int64_t{hour} * 60 + minute) * 60'000);
}

}  // namespace

Status SessionTimes::add(const SessionTime& row) {
  const Window& w = row.window;
  if (w.arrive_by > w.taken_by || w.taken_by >= w.closes) {
    return fail(FaultCode::bad_time, row_in_words(row));
  }
  if (open_minutes(w) > kLongestOpen) return fail(FaultCode::window_too_long, row_in_words(row));
  std::erase_if(rows_, [&](const SessionTime& old) {
    return old.from == row.from && old.group == row.group && old.half == row.half;
  });
  rows_.push_back(row);
  return {};
}

std::optional<Window> SessionTimes::window(YearGroup group, SessionId session) const {
  const SessionTime* found = nullptr;
  for (const SessionTime& row : rows_) {
    const bool holds = row.group == group && row.half == session.half && row.from <= session.day;
    if (holds && (found == nullptr || row.from > found->from)) found = &row;
  }
  if (found == nullptr) return std::nullopt;
  return found->window;
}

std::vector<std::string> SessionTimes::warnings(SchoolDay day) const {
  int shortest = kLongestOpen;
  int longest = 0;
  for (const YearGroup group : kYearGroups) {
    for (const Half half : {Half::am, Half::pm}) {
      const auto w = window(group, {day, half});
      if (!w) continue;
      shortest = std::min(shortest, open_minutes(*w));
      longest = std::max(longest, open_minutes(*w));
    }
  }
  if (longest <= shortest) return {};
  return {
      fmt::format("The registers are open for {} to {} minutes; the guidance wants every "
                  "session open equally long.",
                  shortest, longest)};
}

SessionTimes policy_times(SchoolDay from) {
  SessionTimes times;
  for (const YearGroup group : kYearGroups) {
    const Window window = is_nursery(group) ? Window{at(8, 45), at(8, 50), at(9, 0)}
                                            : Window{at(8, 35), at(8, 40), at(9, 0)};
    check(times.add({from, group, Half::am, window}).has_value());
  }
  return times;
}

Half half_of(TimeOfDay time) { return time.minute() < kNoonMinute ? Half::am : Half::pm; }

}  // namespace handbell::reg
