// The penalty threshold against a second way to find it: by dates and calendar alone, each span
// of ten school weeks tried in turn, nothing shared with the first but the calendar.
#include "app/reports/penalty_window.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>

namespace handbell::reports {
namespace {

constexpr int kCalendars = 100;
constexpr int kHistoriesEach = 100;
constexpr int kHistoryDays = 720;
const SchoolDay kFirst = day("2024-09-02");  // a Monday

using Chance = std::mt19937;

int up_to(Chance& chance, int most) { return std::uniform_int_distribution(0, most)(chance); }

/// Two years, with holidays and closures of 1 to 30 days thrown over them.
reg::Calendar random_calendar(Chance& chance) {
  using reg::PeriodKind;
  std::vector<reg::Period> periods{
      {kFirst, kFirst.plus(kHistoryDays - 1), PeriodKind::term, "", {}}};
  const int closures = up_to(chance, 25);
  for (int i = 0; i < closures; ++i) {
    const SchoolDay from = kFirst.plus(up_to(chance, kHistoryDays - 1));
    const int length = up_to(chance, 2) == 0 ? up_to(chance, 30) : up_to(chance, 3);
    const auto kind = static_cast<PeriodKind>(1 + up_to(chance, 3));
    periods.push_back({from, from.plus(length), kind, "", {}});
  }
  auto calendar = reg::Calendar::from_periods(periods);
  return calendar ? *calendar : random_calendar(chance);
}

using History = std::vector<std::pair<SessionId, reg::Code>>;

/// Up to 70 marks, crowded around a middle so that the threshold is met now and then.
History random_marks(Chance& chance) {
  static const std::vector<std::string> kCodes{"G", "N", "O", "U", "I", "/", "X", "C", "L"};
  std::map<SessionId, reg::Code> marks;
  const int middle = up_to(chance, kHistoryDays - 1);
  const int wide = 20 + up_to(chance, 200);
  const int count = up_to(chance, 70);
  for (int i = 0; i < count; ++i) {
    const int at = std::clamp(middle - wide / 2 + up_to(chance, wide), 0, kHistoryDays - 1);
    const auto code = reg::code_of(kCodes[static_cast<std::size_t>(up_to(chance, 8))]);
    marks.insert_or_assign({kFirst.plus(at), static_cast<Half>(up_to(chance, 1))}, code);
  }
  return {marks.begin(), marks.end()};
}

std::vector<SchoolDay> naive_school_weeks(const reg::Calendar& calendar) {
  std::vector<SchoolDay> mondays;
  for (SchoolDay monday = kFirst; monday < kFirst.plus(kHistoryDays + 40);
       monday = monday.plus(7)) {
    bool any = false;
    for (int i = 0; i < 7; ++i) any = any || calendar.state(monday.plus(i)) == reg::DayState::open;
    if (any) mondays.push_back(monday);
  }
  return mondays;
}

struct Naive {
  int most = 0;
  std::optional<SessionId> first_met;
  std::optional<SessionId> last_met;
};

/// How many marks lie in the span of ten school weeks from `week` on, up to and with `last`.
int in_span(const History& marks, const std::vector<SchoolDay>& weeks, std::size_t week,
            SessionId last) {
  const SchoolDay end = weeks[std::min(week + 9, weeks.size() - 1)].plus(7);
  int count = 0;
  for (const auto& mark : marks) {
    if (weeks[week] <= mark.first.day && mark.first.day < end && mark.first <= last) ++count;
  }
  return count;
}

Naive naive_window(History marks, const reg::Calendar& calendar,
                   const std::vector<SchoolDay>& weeks, SchoolDay of_age, SchoolDay today) {
  std::erase_if(marks, [&](const auto& mark) {
    const bool counts = std::string("GNOU").find(mark.second.text()) != std::string::npos;
    const bool open = calendar.state(mark.first.day) == reg::DayState::open;
    return !counts || !open || mark.first.day < of_age || today < mark.first.day;
  });
  Naive found;
  for (const auto& mark : marks) {
    int best = 0;
    for (std::size_t week = 0; week < weeks.size(); ++week) {
      const SchoolDay end = weeks[std::min(week + 9, weeks.size() - 1)].plus(7);
      const bool holds_it = weeks[week] <= mark.first.day && mark.first.day < end;
      if (holds_it) best = std::max(best, in_span(marks, weeks, week, mark.first));
    }
    found.most = std::max(found.most, best);
    if (best < 10) continue;
    if (!found.first_met) found.first_met = mark.first;
    found.last_met = mark.first;
  }
  return found;
}

PupilYears years_of(const History& marks) {
  std::map<int, reg::YearLine> lines;
  for (const auto& [at, code] : marks) {
    const int year = reg::school_year_of(at.day);
    lines.try_emplace(year, kPupil, year).first->second.set(at, {code, std::nullopt});
  }
  std::vector<reg::YearLine> all;
  for (const auto& [year, line] : lines) all.push_back(line);
  std::reverse(all.begin(), all.end());
  return PupilYears(kPupil, std::move(all));
}

std::optional<SessionId> met_at(const std::optional<PenaltyPeriod>& period) {
  return period ? std::optional(period->met_at) : std::nullopt;
}

/// One history; true where the threshold was met.
bool agrees_once(Chance& chance, const reg::Calendar& calendar, const reg::SchoolDays& days,
                 const std::vector<SchoolDay>& weeks) {
  const History marks = random_marks(chance);
  const SchoolDay of_age = up_to(chance, 3) == 0 ? kFirst.plus(up_to(chance, kHistoryDays)) : kEver;
  const SchoolDay today =
      up_to(chance, 3) == 0 ? kFirst.plus(up_to(chance, kHistoryDays)) : kFirst.plus(kHistoryDays);
  const auto window = penalty_window(years_of(marks), days, of_age, today);
  const Naive naive = naive_window(marks, calendar, weeks, of_age, today);
  RC_ASSERT(window.most == naive.most);
  RC_ASSERT(met_at(window.first) == naive.first_met);
  RC_ASSERT(met_at(window.latest) == naive.last_met);
  return naive.first_met.has_value();
}

TEST(PenaltyWindow, agrees_with_a_second_way_to_find_it_over_ten_thousand_random_histories) {
  int histories = 0;
  int met = 0;
  EXPECT_TRUE(rc::check([&] {
    Chance chance(*rc::gen::arbitrary<std::uint32_t>());
    const auto calendar = random_calendar(chance);
    const auto days = reg::SchoolDays::of(calendar);
    const auto weeks = naive_school_weeks(calendar);
    for (int i = 0; i < kHistoriesEach; ++i) {
      ++histories;
      if (agrees_once(chance, calendar, days, weeks)) ++met;
    }
  }));
  EXPECT_GE(histories, kCalendars * kHistoriesEach);
  EXPECT_GT(met, histories / 10);      // the threshold is met often enough to be tested,
  EXPECT_LT(met, histories * 9 / 10);  // and missed often enough
}

TEST(PenaltyWindow, the_sessions_that_it_names_are_those_that_met_it) {
  EXPECT_TRUE(rc::check([] {
    Chance chance(*rc::gen::arbitrary<std::uint32_t>());
    const auto days = reg::SchoolDays::of(random_calendar(chance));
    History marks;
    std::optional<PenaltyPeriod> met;
    for (int i = 0; !met && i < 1000; ++i) {
      marks = random_marks(chance);
      met = penalty_window(years_of(marks), days, kEver, kFirst.plus(kHistoryDays)).first;
    }
    RC_ASSERT(met.has_value());
    const PenaltyPeriod& first = *met;
    RC_ASSERT(first.sessions.size() == 10U);
    RC_ASSERT(first.sessions.back().session == first.met_at);
    RC_ASSERT(first.school_weeks >= 1 && first.school_weeks <= 10);
    RC_ASSERT(first.first_monday <= first.sessions.front().session.day);
    for (const auto& counted : first.sessions) {
      RC_ASSERT(years_of(marks).at(counted.session)->code == counted.code);
    }
  }));
}

}  // namespace
}  // namespace handbell::reports
