#include "app/reports/patterns.h"

#include "app/register/school_days.h"

#include <algorithm>

namespace handbell::reports {

namespace {

void add_session(AttendanceCount& count, const reg::Standing& standing, bool pending) {
  if (pending) {
    count.add_pending(standing, std::nullopt);
  } else {
    count.add(standing);
  }
}

bool is_late_mark(const reg::Code& code) {
  static const reg::Code kBefore = reg::code_of("L");
  static const reg::Code kAfter = reg::code_of("U");
  return code == kBefore || code == kAfter;
}

void add_lateness(AttendancePatterns& patterns, const reg::Standing& standing) {
  if (!is_late_mark(standing.code)) return;
  if (!standing.minutes_late) {
    ++patterns.late_unknown;
  } else {
    ++patterns.late.at(late_span(*standing.minutes_late));
  }
}

}  // namespace

std::size_t late_span(int minutes) {
  constexpr int kQuarter = 15;
  return std::min(static_cast<std::size_t>(std::max(minutes, 0) / kQuarter), kLateSpans - 1);
}

void add_to(AttendancePatterns& patterns, const PupilYears& years, const DateRange& range) {
  AttendanceCount* week = nullptr;
  SchoolDay monday;
  years.each(range.from(), range.to(), [&](SessionId session, const reg::Standing& standing) {
    const bool pending = years.is_pending(session);
    const auto weekday = static_cast<std::size_t>(session.day.weekday());
    const SchoolDay begins = session.day.plus(-static_cast<int>(weekday));
    if (week == nullptr || begins != monday) {
      monday = begins;
      week = &patterns.weeks[monday];
    }
    add_session(*week, standing, pending);
    add_session(patterns.all, standing, pending);
    add_session(patterns.halves.at(session.half == Half::am ? 0 : 1), standing, pending);
    if (weekday < patterns.weekdays.size()) {
      add_session(patterns.weekdays.at(weekday), standing, pending);
    }
    add_lateness(patterns, standing);
  });
}

}  // namespace handbell::reports
