#include "app/reports/authority_return.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reports {

namespace {

/// Sessions of one kind, session after session, gathered into runs.
class Runs {
 public:
  explicit Runs(int needed) : needed_(needed) {}

  void add(SessionId session, bool pending) {
    if (runs_.empty() || !runs_.back().goes_on) {
      runs_.push_back({session, session, 0, 0, std::nullopt, true});
    }
    AbsenceRun& run = runs_.back();
    run.last = session;
    ++run.sessions;
    if (pending) ++run.pending;
    if (run.sessions == needed_) run.reached = session;
  }
  void end() {
    if (!runs_.empty()) runs_.back().goes_on = false;
  }
  [[nodiscard]] std::vector<AbsenceRun> taken() { return std::move(runs_); }

 private:
  int needed_;
  std::vector<AbsenceRun> runs_;
};

/// From `from` to `to`, each possible session on days on which school met: in a run where
/// `belongs(code)`.
template <class Belongs>
std::vector<AbsenceRun> runs_of(const PupilYears& years, const reg::SchoolDays& days,
                                std::pair<SchoolDay, SchoolDay> stretch, int needed,
                                Belongs belongs) {
  Runs runs(needed);
  years.each(stretch.first, stretch.second, [&](SessionId session, const reg::Standing& standing) {
    if (!standing.code.is_possible() || !days.meets(session.day)) return;
    if (belongs(standing.code)) {
      runs.add(session, years.is_pending(session));
    } else {
      runs.end();
    }
  });
  return runs.taken();
}

}  // namespace

std::vector<AbsenceRun> long_absences_without_leave(const PupilYears& years,
                                                    const reg::SchoolDays& days, SchoolDay of_age,
                                                    SchoolDay today, const Thresholds& thresholds) {
  auto runs = runs_of(years, days, {of_age, today}, thresholds.without_leave_sessions,
                      [](const reg::Code& code) { return code.counts_for_penalty(); });
  std::erase_if(runs, [](const AbsenceRun& run) { return !run.reached; });
  return runs;
}

IllnessYear illness_in_year(const PupilYears& years, const reg::SchoolDays& days, SchoolDay of_age,
                            SchoolDay today, const Thresholds& thresholds) {
  static const reg::Code kI = reg::code_of("I");
  IllnessYear illness;
  illness.needed = thresholds.illness_sessions;
  const SchoolDay from = std::max(of_age, reg::first_day_of(reg::school_year_of(today)));
  illness.runs = runs_of(years, days, {from, today}, illness.needed,
                         [](const reg::Code& code) { return code == kI; });
  years.each(from, today, [&](SessionId session, const reg::Standing& standing) {
    if (standing.code != kI || !days.meets(session.day)) return;
    if (++illness.sessions == illness.needed) illness.reached = session;
  });
  return illness;
}

std::string sentence_without_leave(const AbsenceRun& run) {
  return fmt::format(
      "{} sessions in a row without leave from {} to {}{}{}: the authority's return lists it.",
      run.sessions, run.first.day.words(), run.last.day.words(),
      run.goes_on ? ", and it goes on" : "",
      run.pending == 0 ? "" : fmt::format(", {} of them not yet accepted", run.pending));
}

std::string sentence(const IllnessYear& illness) {
  return fmt::format(
      "{} session{} of illness this school year in {} absence{}; the authority is "
      "told at {}, or when they are expected.",
      illness.sessions, illness.sessions == 1 ? "" : "s", illness.runs.size(),
      illness.runs.size() == 1 ? "" : "s", illness.needed);
}

}  // namespace handbell::reports
