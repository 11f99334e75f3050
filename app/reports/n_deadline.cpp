#include "app/reports/n_deadline.h"

#include <fmt/format.h>

#include <array>

namespace handbell::reports {

namespace {

constexpr std::array<std::string_view, 3> kStates{"amber", "red", "overdue"};

NState state_of(const std::optional<SchoolDay>& last_day, SchoolDay today) {
  if (!last_day || today < *last_day) return NState::amber;
  return today == *last_day ? NState::red : NState::overdue;
}

std::string_view half_in_words(Half half) { return half == Half::am ? "morning" : "afternoon"; }

std::string due_words(const StandingN& standing) {
  if (!standing.last_day) return "the calendar does not reach to its last day: enter the terms.";
  const std::string last = standing.last_day->words();
  if (standing.state == NState::overdue) {
    return fmt::format("the reason was due by the end of {}: O is offered.", last);
  }
  return fmt::format("the reason is due by the end of {}{}.", last,
                     standing.state == NState::red ? ", today" : "");
}

}  // namespace

std::string_view text_of(NState state) { return kStates.at(static_cast<std::size_t>(state)); }

std::optional<SchoolDay> n_last_day(SchoolDay day, const reg::SchoolDays& days,
                                    const Thresholds& thresholds) {
  return days.nth_after(day, thresholds.n_school_days);
}

std::vector<StandingN> standing_ns(const PupilYears& years, const reg::SchoolDays& days,
                                   SchoolDay today, const Thresholds& thresholds) {
  static const reg::Code kN = reg::code_of("N");
  std::vector<StandingN> found;
  years.each_until(today, [&](SessionId session, const reg::Standing& standing) {
    if (standing.code != kN) return;
    const auto last_day = n_last_day(session.day, days, thresholds);
    found.push_back({session, last_day, state_of(last_day, today)});
  });
  return found;
}

std::string sentence(const StandingN& standing) {
  return fmt::format("N on {}, {}: {}", standing.session.day.words(),
                     half_in_words(standing.session.half), due_words(standing));
}

}  // namespace handbell::reports
