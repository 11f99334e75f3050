#include "app/reports/penalty_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::reports {

namespace {

// 1. List the pupil's G N O U from compulsory school age on, each with its school week's number.
// 2. A window that holds the most ends with the week of one of its sessions: so for each session
//    count those of its week and of the nine before, up to the session itself.
// 3. The first session that reaches the number, and the last, have their period kept.

struct Placed {
  CountedSession counted;
  int week;
};

struct Listed {
  std::vector<Placed> placed;  ///< in order
  std::vector<CountedSession> on_closed_days;
};

Listed listed(const PupilYears& years, const reg::SchoolDays& days, SchoolDay of_age,
              SchoolDay today) {
  Listed found;
  years.each(of_age, today, [&](SessionId session, const reg::Standing& standing) {
    if (!standing.code.counts_for_penalty()) return;
    const CountedSession counted{session, standing.code, years.is_pending(session)};
    if (days.meets(session.day)) {
      found.placed.push_back({counted, *days.week_of(session.day)});
    } else {
      found.on_closed_days.push_back(counted);
    }
  });
  return found;
}

PenaltyPeriod period_of(const std::vector<Placed>& placed, std::size_t first, std::size_t last) {
  PenaltyPeriod period;
  period.met_at = placed[last].counted.session;
  for (std::size_t i = first; i <= last; ++i) period.sessions.push_back(placed[i].counted);
  period.first_monday = reg::monday_of(placed[first].counted.session.day);
  period.last_monday = reg::monday_of(period.met_at.day);
  period.school_weeks = placed[last].week - placed[first].week + 1;
  return period;
}

int count_now(const std::vector<Placed>& placed, const reg::SchoolDays& days, SchoolDay today,
              int weeks) {
  const auto week = days.week_until(today);
  if (!week) return 0;
  return static_cast<int>(std::count_if(placed.begin(), placed.end(), [&](const Placed& one) {
    return one.week > *week - weeks && one.week <= *week;
  }));
}

/// "7 G, 3 U"
std::string codes_of(const std::vector<CountedSession>& sessions) {
  std::map<std::string_view, int> counts;
  for (const CountedSession& counted : sessions) ++counts[counted.code.text()];
  std::string text;
  for (const auto& [code, count] : counts) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, code);
  }
  return text;
}

}  // namespace

PenaltyWindow penalty_window(const PupilYears& years, const reg::SchoolDays& days, SchoolDay of_age,
                             SchoolDay today, const Thresholds& thresholds) {
  Listed found = listed(years, days, of_age, today);
  const auto& placed = found.placed;
  PenaltyWindow window;
  std::optional<std::pair<std::size_t, std::size_t>> latest;
  std::size_t first = 0;
  for (std::size_t last = 0; last < placed.size(); ++last) {
    while (placed[first].week <= placed[last].week - thresholds.penalty_weeks) ++first;
    const int count = static_cast<int>(last - first) + 1;
    window.most = std::max(window.most, count);
    if (count < thresholds.penalty_sessions) continue;
    if (!window.first) window.first = period_of(placed, first, last);
    latest.emplace(first, last);
  }
  if (latest) window.latest = period_of(placed, latest->first, latest->second);
  window.now = count_now(placed, days, today, thresholds.penalty_weeks);
  window.on_closed_days = std::move(found.on_closed_days);
  return window;
}

std::string sentence(const PenaltyPeriod& period) {
  const auto pending = std::count_if(period.sessions.begin(), period.sessions.end(),
                                     [](const auto& counted) { return counted.pending; });
  return fmt::format(
      "{} sessions without leave ({}){} within {} school week{}, from {} to {}: the head considers "
      "whether a penalty notice is the right way.",
      period.sessions.size(), codes_of(period.sessions),
      pending == 0 ? "" : fmt::format(", {} of them not yet accepted,", pending),
      period.school_weeks, period.school_weeks == 1 ? "" : "s",
      period.sessions.front().session.day.words(), period.met_at.day.words());
}

}  // namespace handbell::reports
