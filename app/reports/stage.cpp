#include "app/reports/stage.h"

#include "app/reports/attendance_trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

struct Row {
  std::string_view text;
  int stage;
};

constexpr std::array<Row, 8> kRows{{
    {"S1_call", 1},
    {"S2_day_three", 2},
    {"S2_day_three_optional", 2},
    {"S3_close_to_96_5", 3},
    {"S3_below_96_5", 3},
    {"S3_week_two", 3},
    {"S4_below_95", 4},
    {"S4_more_than_10_days", 4},
}};

const Row& row_of(StageReason reason) { return kRows.at(static_cast<std::size_t>(reason)); }

/// In integers, never by the displayed figure (D30). False where nothing was possible (D32).
bool is_below(const StageFacts& facts, int per_mille) {
  const std::int64_t attended = std::int64_t{facts.possible} - facts.absent;
  return attended * 1000 < std::int64_t{per_mille} * facts.possible;
}

/// "96.5 %"
std::string percent(int per_mille) {
  return fmt::format("{}.{} %", per_mille / 10, per_mille % 10);
}

/// `judged`: "below 96.5 %"
std::string rate_words(const StageFacts& facts, const std::string& judged, int small_number) {
  return fmt::format("{} of {} sessions missed this school year: {}{}.", facts.absent,
                     facts.possible, judged,
                     facts.possible < small_number ? ", by small numbers" : "");
}

}  // namespace

std::string_view text_of(StageReason reason) { return row_of(reason).text; }

int stage_of(StageReason reason) { return row_of(reason).stage; }

StageFacts stage_facts(const PupilYears& years, const reg::SchoolDays& days, SchoolDay start,
                       SchoolDay today, bool told) {
  StageFacts facts;
  const SchoolDay from = std::max(start, reg::first_day_of(reg::school_year_of(today)));
  if (const auto days_so_far = DateRange::from_days(from, today)) {
    const AttendanceCount count = count_within(years, *days_so_far);
    facts.possible = count.possible();
    facts.absent = count.absent();
  }
  const Absence absence = absence_on(years, days, today);
  facts.absence_day = absence.day;
  facts.reason_known = told || absence.reason_known();
  return facts;
}

Stages stages(const StageFacts& facts, const Thresholds& thresholds) {
  Stages found{facts, {}, facts.possible < thresholds.small_number_sessions};
  const auto add_if = [&](bool met, StageReason reason) {
    if (met) found.reasons.push_back(reason);
  };
  const int day = facts.absence_day;
  const bool third = day >= thresholds.day_three;
  const bool below = is_below(facts, thresholds.target_per_mille);
  add_if(day >= 1 && !third && !facts.reason_known, StageReason::call);
  add_if(third && !facts.reason_known, StageReason::day_three);
  add_if(third && facts.reason_known, StageReason::day_three_optional);
  add_if(!below && is_below(facts, thresholds.close_to_per_mille), StageReason::close_to_target);
  add_if(below, StageReason::below_target);
  add_if(day >= thresholds.week_two_day, StageReason::week_two);
  add_if(is_below(facts, thresholds.contract_per_mille), StageReason::below_contract);
  add_if(facts.absent > thresholds.contract_sessions, StageReason::more_than_ten_days);
  return found;
}

bool stands_above(const Stages& a, const Stages& b) {
  if (a.facts.absent != b.facts.absent) return a.facts.absent > b.facts.absent;
  return a.facts.possible < b.facts.possible;
}

std::string sentence(StageReason reason, const StageFacts& facts, const Thresholds& thresholds) {
  const int day = facts.absence_day;
  const int small = thresholds.small_number_sessions;
  switch (reason) {
    case StageReason::call:
      return fmt::format("Day {} of an absence without a reason: ring all contacts.", day);
    case StageReason::day_three:
      return fmt::format(
          "Day {} of an absence without a reason: the school speaks with the family.", day);
    case StageReason::day_three_optional:
      return fmt::format("Day {} of an absence, the reason is known: support may be offered.", day);
    case StageReason::close_to_target:
      return rate_words(facts, "close to " + percent(thresholds.target_per_mille), small);
    case StageReason::below_target:
      return rate_words(facts, "below " + percent(thresholds.target_per_mille), small);
    case StageReason::week_two:
      return fmt::format("Day {} of one absence, its second week: a meeting may be held.", day);
    case StageReason::below_contract:
      return rate_words(facts, "below " + percent(thresholds.contract_per_mille), small);
    case StageReason::more_than_ten_days:
      return fmt::format("{} of {} sessions missed this school year: more than {} days.",
                         facts.absent, facts.possible, thresholds.contract_sessions / 2);
  }
  return {};
}

}  // namespace handbell::reports
