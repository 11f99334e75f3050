#include "app/invent/school_year.h"

#include "app/base/check.h"

#include <algorithm>
#include <string>
#include <utility>

namespace handbell::invent {

namespace {

using reg::PeriodKind;

constexpr int kDaysOfAYear = 195;

SchoolDay date(int year, int month, int day) {
  const auto made = SchoolDay::from_parts(year, month, day);
  check(made.has_value());
  return *made;
}

SchoolDay from_on(SchoolDay day, Weekday wanted) {
  while (day.weekday() != wanted) day = day.plus(1);
  return day;
}

SchoolDay until(SchoolDay day, Weekday wanted) {
  while (day.weekday() != wanted) day = day.plus(-1);
  return day;
}

SchoolDay weekday_from(SchoolDay day) {
  while (day.is_weekend()) day = day.plus(1);
  return day;
}

SchoolDay next_weekday(SchoolDay day) { return weekday_from(day.plus(1)); }

SchoolDay early_may(int year) { return from_on(date(year + 1, 5, 1), Weekday::monday); }

/// The days on which a year hangs.
struct Pillars {
  SchoolDay first;     ///< of the autumn term, for staff
  SchoolDay october;   ///< Monday of the half-term
  SchoolDay spring;    ///< first day of the term, for staff
  SchoolDay february;  ///< Monday of the half-term
  SchoolDay easter;
  SchoolDay may;  ///< Monday of the half-term
};

Pillars pillars_of(int year) {
  return {.first = weekday_from(date(year, 9, 1)),
          .october = from_on(date(year, 10, 27), Weekday::monday),
          .spring = from_on(date(year + 1, 1, 3), Weekday::monday),
          .february = from_on(date(year + 1, 2, 13), Weekday::monday),
          .easter = easter(year + 1),
          .may = until(date(year + 1, 5, 31), Weekday::monday)};
}

class Rows {
 public:
  void add(PeriodKind kind, SchoolDay from, SchoolDay to, const std::string& name) {
    rows_.push_back({from, to, kind, name, {}});
  }
  void day(PeriodKind kind, SchoolDay on, const std::string& name) { add(kind, on, on, name); }
  void week(SchoolDay monday, const std::string& name) {
    add(PeriodKind::holiday, monday, monday.plus(4), name);
  }
  void nursery(SchoolDay from, SchoolDay to, const std::string& name) {
    rows_.push_back({from, to, PeriodKind::closure, name, {"N1", "N2"}});
  }
  [[nodiscard]] const std::vector<reg::Period>& all() const { return rows_; }
  [[nodiscard]] std::vector<reg::Period> sorted() && {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const reg::Period& a, const reg::Period& b) { return a.from < b.from; });
    return std::move(rows_);
  }

 private:
  std::vector<reg::Period> rows_;
};

void add_bank_holidays(Rows& rows, int year, const Pillars& at) {
  const SchoolDay christmas = weekday_from(date(year, 12, 25));
  const auto holiday = [&](SchoolDay on, const char* name) {
    rows.day(PeriodKind::holiday, on, name);
  };
  holiday(christmas, "Christmas bank holiday");
  holiday(next_weekday(christmas), "Boxing Day bank holiday");
  holiday(weekday_from(date(year + 1, 1, 1)), "New Year's Day bank holiday");
  holiday(at.easter.plus(-2), "Good Friday");
  holiday(at.easter.plus(1), "Easter Monday");
  holiday(early_may(year), "Early May bank holiday");
  holiday(at.may, "Spring bank holiday");
  holiday(until(date(year + 1, 8, 31), Weekday::monday), "Summer bank holiday");
}

/// The day on which the year has had its 195, those of staff alone counted.
SchoolDay last_day(const std::vector<reg::Period>& rows, const Pillars& at) {
  const auto calendar = reg::Calendar::from_periods(rows);
  check(calendar.has_value());
  int count = 0;
  SchoolDay day = at.first.plus(-1);
  while (count < kDaysOfAYear) {
    day = day.plus(1);
    const bool trains = std::any_of(rows.begin(), rows.end(), [&](const reg::Period& row) {
      return row.kind == PeriodKind::training && row.from <= day && day <= row.to;
    });
    const bool counts = calendar->state(day) == reg::DayState::open || trains;
    if (counts && !day.is_weekend()) ++count;
  }
  return day;
}

}  // namespace

SchoolDay easter(int year) {
  // The "anonymous Gregorian" computus, in the names that its almanacs use.
  const int golden = year % 19;
  const int century = year / 100;
  const int in_century = year % 100;
  const int moon =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int week = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
  const int late = (golden + 11 * moon + 22 * week) / 451;
  const int sum = moon + week - 7 * late + 114;
  return date(year, sum / 31, sum % 31 + 1);
}

SchoolYear school_year(int year) {
  check(year >= 1950 && year <= 2150);
  const Pillars at = pillars_of(year);
  SchoolYear made;
  made.autumn_ends = until(date(year, 12, 21), Weekday::friday);
  made.october_ends = at.october.plus(-3);
  const SchoolDay second = next_weekday(at.first);
  const SchoolDay after_easter = at.easter.plus(15);
  const SchoolDay summer = after_easter == early_may(year) ? after_easter.plus(1) : after_easter;
  made.starts = {
      next_weekday(second), at.october.plus(8), at.spring.plus(1), at.february.plus(7), summer,
      at.may.plus(8)};
  Rows rows;
  rows.add(PeriodKind::term, at.first, made.autumn_ends, "Autumn term");
  rows.add(PeriodKind::training, at.first, second, "Staff training");
  rows.nursery(made.starts[0], next_weekday(made.starts[0]), "Nursery home visits");
  rows.week(at.october, "October half-term");
  rows.day(PeriodKind::training, at.october.plus(7), "Staff training");
  rows.add(PeriodKind::term, at.spring, at.easter.plus(-3), "Spring term");
  rows.day(PeriodKind::training, at.spring, "Staff training");
  rows.week(at.february, "February half-term");
  rows.week(at.may, "May half-term");
  rows.day(PeriodKind::training, at.may.plus(7), "Staff training");
  add_bank_holidays(rows, year, at);
  Rows open_ended = rows;
  open_ended.add(PeriodKind::term, summer, date(year + 1, 8, 20), "Summer term");
  rows.add(PeriodKind::term, summer, last_day(open_ended.all(), at), "Summer term");
  made.periods = std::move(rows).sorted();
  return made;
}

}  // namespace handbell::invent
