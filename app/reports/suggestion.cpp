#include "app/reports/suggestion.h"

#include "app/register/school_age.h"
#include "app/reports/absence_flags.h"
#include "app/reports/attendance_trend.h"
#include "app/reports/authority_return.h"
#include "app/reports/n_deadline.h"
#include "app/reports/penalty_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace handbell::reports {

namespace {

// 1. Count the codes of each child's lines, byte for byte: most children have too few of a kind for
//    the rules about it to be asked at all.
// 2. Ask the rules, each in its own place, and put what they answer into words.
// 3. Ask again for the day a week before where anything stands today: what is new is marked.

using Told = std::set<std::pair<PupilId, SessionId>>;

/// Everything that is asked about one child on one day.
struct Asked {
  const RegisterOfPupil& of;
  const reg::SchoolDays& days;
  SchoolDay today;
  const Thresholds& thresholds;
  SchoolDay of_age;
  SchoolDay year_begins;
};

AttendanceCount counted_until(const PupilYears& years, SchoolDay from, SchoolDay today) {
  const auto range = DateRange::from_days(from, today);
  return range ? count_within(years, *range) : AttendanceCount();
}

int pending_since(const PupilYears& years, SchoolDay from, SchoolDay today) {
  const auto& pending = years.pending();
  return static_cast<int>(std::count_if(pending.begin(), pending.end(), [&](const auto& session) {
    return from <= session.day && session.day <= today;
  }));
}

bool is_of_rate(StageReason reason) {
  return reason == StageReason::close_to_target || reason == StageReason::below_target ||
         reason == StageReason::below_contract;
}

/// Below 95 % is below 96.5 % too: said once, by the lower number.
bool is_said_by_another(StageReason reason, const std::vector<StageReason>& all) {
  return reason == StageReason::below_target &&
         std::find(all.begin(), all.end(), StageReason::below_contract) != all.end();
}

SuggestionKey key_of_stage(int stage) {
  static constexpr std::array kStages{SuggestionKey::stage_1, SuggestionKey::stage_2,
                                      SuggestionKey::stage_3, SuggestionKey::stage_4};
  return kStages.at(static_cast<std::size_t>(stage - 1));
}

/// Day one of the absence that stands, or the day on which its second week began.
SchoolDay absence_reached(const Asked& asked, bool day_one) {
  const auto absence = absence_on(asked.of.years, asked.days, asked.today);
  if (!absence.since) return asked.today;
  if (day_one) return *absence.since;
  const auto reached = asked.days.nth_after(*absence.since, asked.thresholds.week_two_day - 1);
  return std::min(reached.value_or(asked.today), asked.today);
}

void add_stages(const Asked& asked, PupilSuggestions& found) {
  const auto& reasons = found.stages.reasons;
  const auto& facts = found.stages.facts;
  for (const bool away : {true, false}) {
    Suggestion made;
    made.by_rate = !away;
    made.since = asked.year_begins;
    for (const StageReason reason : reasons) {
      if ((stage_of(reason) <= 2) != away) continue;
      made.key = key_of_stage(stage_of(reason));
      made.by_rate = made.by_rate && is_of_rate(reason);
      if (!is_said_by_another(reason, reasons))
        made.sentences.push_back(sentence(reason, facts, asked.thresholds));
      const bool of_absence = away || reason == StageReason::week_two;
      if (of_absence) made.since = std::max(made.since, absence_reached(asked, away));
    }
    if (made.sentences.empty()) continue;
    made.part = away ? facts.absence_day : facts.absent;
    made.whole = away ? 0 : facts.possible;
    found.suggestions.push_back(std::move(made));
  }
}

std::string missed_words(const StageFacts& facts, int per_mille, std::string_view called) {
  return fmt::format("{} of {} sessions missed this school year: {}.{} % or more, {}.",
                     facts.absent, facts.possible, per_mille / 10, per_mille % 10, called);
}

void add_missing(const Asked& asked, PupilSuggestions& found) {
  const auto& limits = asked.thresholds;
  const auto flags = absence_flags(
      counted_until(asked.of.years, std::max(asked.of.pupil.start, asked.year_begins), asked.today),
      limits);
  const auto& facts = found.stages.facts;
  const auto add = [&](SuggestionKey key, int per_mille, std::string_view called) {
    found.suggestions.push_back({key,
                                 facts.absent,
                                 facts.possible,
                                 asked.year_begins,
                                 {missed_words(facts, per_mille, called)},
                                 true,
                                 false});
  };
  if (flags.severe) {
    add(SuggestionKey::severe, limits.severe_per_mille, "severely and persistently absent");
  } else if (flags.persistent) {
    add(SuggestionKey::persistent, limits.persistent_per_mille, "persistently absent");
  } else if (flags.at_risk) {
    add(SuggestionKey::at_risk, limits.at_risk_per_mille, "at risk of persistent absence");
  }
}

void add_penalty(const Asked& asked, PupilSuggestions& found) {
  const auto& limits = asked.thresholds;
  const auto window = penalty_window(asked.of.years, asked.days, asked.of_age, asked.today, limits);
  if (!window.latest) return;
  const auto& latest = *window.latest;
  const bool stands =
      window.now >= limits.penalty_sessions || asked.year_begins <= latest.met_at.day;
  if (!stands) return;
  found.suggestions.push_back({SuggestionKey::penalty,
                               static_cast<int>(latest.sessions.size()),
                               limits.penalty_sessions,
                               latest.met_at.day,
                               {sentence(latest)},
                               false,
                               false});
}

void add_unresolved(const Asked& asked, PupilSuggestions& found) {
  const auto standing = standing_ns(asked.of.entries, asked.days, asked.today, asked.thresholds);
  if (standing.empty()) return;
  Suggestion made{SuggestionKey::unresolved,
                  static_cast<int>(standing.size()),
                  0,
                  standing.back().session.day,
                  {sentence(standing.front())},
                  false,
                  false};
  if (standing.size() > 1) {
    made.sentences.push_back(fmt::format("{} more {} without a reason.", standing.size() - 1,
                                         standing.size() == 2 ? "stands" : "stand"));
  }
  found.suggestions.push_back(std::move(made));
}

bool of_same_month(SchoolDay a, SchoolDay b) {
  return a.year() == b.year() && a.month() == b.month();
}

void add_leave_return(const Asked& asked, PupilSuggestions& found) {
  const auto runs = long_absences_without_leave(asked.of.years, asked.days, asked.of_age,
                                                asked.today, asked.thresholds);
  if (runs.empty()) return;
  const AbsenceRun& run = runs.back();
  const bool told_now = run.goes_on || of_same_month(run.reached->day, asked.today);
  if (!told_now) return;
  found.suggestions.push_back({SuggestionKey::la_leave,
                               run.sessions,
                               asked.thresholds.without_leave_sessions,
                               run.reached->day,
                               {sentence_without_leave(run)},
                               false,
                               false});
}

void add_illness_return(const Asked& asked, PupilSuggestions& found) {
  const auto illness =
      illness_in_year(asked.of.years, asked.days, asked.of_age, asked.today, asked.thresholds);
  if (!illness.reached) return;
  found.suggestions.push_back({SuggestionKey::la_illness,
                               illness.sessions,
                               illness.needed,
                               illness.reached->day,
                               {sentence(illness)},
                               false,
                               false});
}

void mark_new(PupilSuggestions& now, const PupilSuggestions& before) {
  for (auto& each : now.suggestions) {
    const auto* same = before.of(ladder_of(each.key));
    each.is_new = same == nullptr || !covers(same->key, each.key);
  }
}

SchoolDay week_before(SchoolDay today) { return today.plus(-7); }

Told told_beforehand(const reg::School& school, SchoolDay today) {
  Told told;
  for (const auto& plan : school.plans) {
    const bool asked = plan.session == SessionId{today, Half::am} ||
                       plan.session == SessionId{week_before(today), Half::am};
    if (asked) told.emplace(plan.pupil, plan.session);
  }
  return told;
}

struct WholeSchool {
  const ReportSource& source;
  SchoolDay today;
  const Thresholds& thresholds;
  Told told;
};

PupilSuggestions with_news(const WholeSchool& of, const reg::PupilRecord& pupil) {
  const auto years = of.source.years_of(pupil.id);
  std::optional<PupilYears> entered;
  if (!years.pending().empty()) entered = of.source.entries_of(pupil.id);
  const RegisterOfPupil own{pupil, years, entered ? *entered : years};
  const auto on = [&](SchoolDay day) {
    const bool told = of.told.contains({pupil.id, SessionId{day, Half::am}});
    return suggestions_of(own, of.source.days(), day, told, of.thresholds);
  };
  PupilSuggestions now = on(of.today);
  if (now.suggestions.empty()) return now;
  const SchoolDay before = week_before(of.today);
  mark_new(now, pupil.on_roll(before) ? on(before) : PupilSuggestions{});
  return now;
}

}  // namespace

bool PupilSuggestions::is_quiet() const {
  return stages.small_numbers && std::all_of(suggestions.begin(), suggestions.end(),
                                             [](const auto& each) { return each.by_rate; });
}

bool PupilSuggestions::has_new() const {
  return std::any_of(suggestions.begin(), suggestions.end(),
                     [](const auto& each) { return each.is_new; });
}

const Suggestion* PupilSuggestions::of(SuggestionLadder ladder) const {
  const auto found = std::find_if(suggestions.begin(), suggestions.end(),
                                  [&](const auto& each) { return ladder_of(each.key) == ladder; });
  return found == suggestions.end() ? nullptr : &*found;
}

PupilSuggestions suggestions_of(const RegisterOfPupil& of, const reg::SchoolDays& days,
                                SchoolDay today, bool told, const Thresholds& thresholds) {
  static const reg::Code kN = reg::code_of("N");
  static const reg::Code kI = reg::code_of("I");
  const SchoolDay begins = reg::first_day_of(reg::school_year_of(today));
  const Asked asked{of,    days, today, thresholds, reg::school_age_from(of.pupil.date_of_birth),
                    begins};
  PupilSuggestions found;
  found.pupil = of.pupil.id;
  found.stages = stages(stage_facts(of.years, days, of.pupil.start, today, told), thresholds);
  found.pending = pending_since(of.years, std::max(begins, of.pupil.start), today);
  add_stages(asked, found);
  add_missing(asked, found);
  const AttendanceCount all = counted_until(of.years, SchoolDay{}, today);
  const bool has_n = all.of(kN) > 0 || !of.years.pending().empty();
  if (all.unauthorised() >= thresholds.penalty_sessions) add_penalty(asked, found);
  if (has_n) add_unresolved(asked, found);
  if (all.unauthorised() >= thresholds.without_leave_sessions) add_leave_return(asked, found);
  const int ill =
      all.of(kI) < thresholds.illness_sessions ? 0 : counted_until(of.years, begins, today).of(kI);
  if (ill >= thresholds.illness_sessions) add_illness_return(asked, found);
  return found;
}

PupilSuggestions suggestions_about(const ReportSource& source, PupilId pupil, SchoolDay today,
                                   const Thresholds& thresholds) {
  const auto* record = source.school().pupil(pupil);
  if (record == nullptr || !record->on_roll(today)) return {};
  return with_news({source, today, thresholds, told_beforehand(source.school(), today)}, *record);
}

std::vector<PupilSuggestions> suggestions(const ReportSource& source, SchoolDay today,
                                          const Thresholds& thresholds) {
  const WholeSchool of{source, today, thresholds, told_beforehand(source.school(), today)};
  std::vector<PupilSuggestions> all;
  for (const auto* pupil : pupils_by_class(source.school())) {
    if (!pupil->on_roll(today)) continue;
    auto found = with_news(of, *pupil);
    if (!found.suggestions.empty()) all.push_back(std::move(found));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return stands_above(a.stages, b.stages); });
  return all;
}

}  // namespace handbell::reports
