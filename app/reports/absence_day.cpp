#include "app/reports/absence_day.h"

#include <algorithm>
#include <cstdint>

namespace handbell::reports {

namespace {

enum class Said : std::uint8_t { nothing, away, seen };

Said said_by(const std::optional<reg::Standing>& standing) {
  static const reg::Code kU = reg::code_of("U");
  if (!standing || !standing->code.is_possible()) return Said::nothing;
  return standing->code.is_attended() || standing->code == kU ? Said::seen : Said::away;
}

/// What a day's marks say, and the newest of those that say "away".
struct DaySaid {
  Said said = Said::nothing;
  std::optional<reg::Code> newest;
};

void add(DaySaid& day, const std::optional<reg::Standing>& standing) {
  const Said said = said_by(standing);
  day.said = std::max(day.said, said);
  if (said == Said::away) day.newest = standing->code;
}

DaySaid day_said(const PupilYears& years, SchoolDay day, SchoolDay today) {
  DaySaid said;
  add(said, years.at({day, Half::am}));
  if (day != today) add(said, years.at({day, Half::pm}));
  return said;
}

}  // namespace

Absence absence_on(const PupilYears& years, const reg::SchoolDays& days, SchoolDay today) {
  Absence absence;
  const auto& all = days.days();
  auto next = std::upper_bound(all.begin(), all.end(), today);
  while (next != all.begin()) {
    const SchoolDay day = *--next;
    const DaySaid said = day_said(years, day, today);
    if (said.said == Said::seen) break;
    if (said.said == Said::nothing) continue;
    ++absence.day;
    absence.since = day;
    if (!absence.newest) absence.newest = said.newest;
    absence.today_marked = absence.today_marked || day == today;
  }
  return absence;
}

}  // namespace handbell::reports
