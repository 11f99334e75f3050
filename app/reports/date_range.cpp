#include "app/reports/date_range.h"

#include "app/base/check.h"
#include "app/register/year_line.h"

#include <algorithm>

namespace handbell::reports {

namespace {

/// `days` later, but never beyond the first and the last day that there is.
SchoolDay moved(SchoolDay day, int days) {
  const auto there = SchoolDay::from_number(std::int64_t{day.number()} + days);
  if (there) return *there;
  const auto edge =
      days < 0 ? SchoolDay::from_parts(1900, 1, 1) : SchoolDay::from_parts(2199, 12, 31);
  check(edge.has_value());
  return *edge;
}

std::vector<Term> all_terms(const reg::Calendar& calendar) {
  std::vector<Term> terms;
  for (const reg::Period& period : calendar.periods()) {
    if (period.kind != reg::PeriodKind::term) continue;
    const auto dates = DateRange::from_days(period.from, period.to);
    check(dates.has_value());  // a calendar takes no period that ends before it begins
    terms.push_back({period.name, *dates});
  }
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.dates.from() < b.dates.from(); });
  return terms;
}

}  // namespace

Result<DateRange> DateRange::from_days(SchoolDay from, SchoolDay to) {
  const DateRange range(from, to);
  if (to < from) return fail(FaultCode::period_backwards, range.text());
  return range;
}

DateRange DateRange::week_of(SchoolDay day) {
  const SchoolDay monday = moved(day, -static_cast<int>(day.weekday()));
  return {monday, moved(monday, 4)};
}

DateRange DateRange::year_to_date(SchoolDay today) {
  const auto first = SchoolDay::from_parts(reg::school_year_of(today), 9, 1);
  return {first ? *first : *SchoolDay::from_parts(1900, 1, 1), today};
}

DateRange DateRange::rolling(SchoolDay last, int days) {
  check(days >= 1);
  return {moved(last, 1 - days), last};
}

std::optional<DateRange> DateRange::not_before(SchoolDay first) const {
  if (first > to_) return std::nullopt;
  return DateRange(std::max(first, from_), to_);
}

std::string DateRange::text() const { return from_.text() + " to " + to_.text(); }

std::vector<Term> terms_of(const reg::Calendar& calendar, int school_year) {
  std::vector<Term> terms = all_terms(calendar);
  std::erase_if(terms, [&](const Term& term) {
    return reg::school_year_of(term.dates.from()) != school_year;
  });
  return terms;
}

std::optional<Term> term_at(const reg::Calendar& calendar, SchoolDay day) {
  std::optional<Term> last;
  for (const Term& term : all_terms(calendar)) {
    if (term.dates.from() <= day) last = term;
  }
  return last;
}

std::optional<DateRange> term_so_far(const reg::Calendar& calendar, SchoolDay day) {
  const auto term = term_at(calendar, day);
  if (!term) return std::nullopt;
  const auto range = DateRange::from_days(term->dates.from(), std::min(term->dates.to(), day));
  return range ? *range : term->dates;
}

}  // namespace handbell::reports
