#include "app/register/calendar.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 5> kPeriodKinds{"term", "holiday", "closure", "training",
                                                       "unplanned"};

std::string period_in_words(const Period& p) {
  return fmt::format("{} \"{}\" {} to {}", text_of(p.kind), p.name, p.from.text(), p.to.text());
}

bool covers(const Period& p, SchoolDay day) { return p.from <= day && day <= p.to; }

bool is_for(const Period& p, std::string_view year_group, std::string_view class_name) {
  if (p.groups.empty()) return true;
  return std::any_of(p.groups.begin(), p.groups.end(), [&](const std::string& group) {
    return group == year_group || group == class_name;
  });
}

Status refuse_wrong_dates(const std::vector<Period>& periods) {
  for (const Period& p : periods) {
    if (p.to < p.from) return fail(FaultCode::period_backwards, period_in_words(p));
  }
  for (auto a = periods.begin(); a != periods.end(); ++a) {
    for (auto b = std::next(a); b != periods.end(); ++b) {
      const bool terms = a->kind == PeriodKind::term && b->kind == PeriodKind::term;
      if (terms && a->from <= b->to && b->from <= a->to) {
        return fail(FaultCode::period_overlaps,
                    period_in_words(*a) + " and " + period_in_words(*b));
      }
    }
  }
  return {};
}

bool has_a_school_day(const Calendar& calendar, const Period& term) {
  // The last day of all has no next one.
  for (SchoolDay day = term.from; day < term.to; day = day.plus(1)) {
    if (calendar.state(day) == DayState::open) return true;
  }
  return calendar.state(term.to) == DayState::open;
}

}  // namespace

Result<PeriodKind> parse_period_kind(std::string_view text) {
  const std::string lower = ascii_lower(trimmed(text));
  const auto* const at = std::find(kPeriodKinds.begin(), kPeriodKinds.end(), lower);
  if (at == kPeriodKinds.end()) {
    return fail(FaultCode::bad_choice, "\"" + std::string(text) +
                                           "\" is none of: term, holiday, closure, training, "
                                           "unplanned");
  }
  return static_cast<PeriodKind>(at - kPeriodKinds.begin());
}

std::string_view text_of(PeriodKind kind) {
  return kPeriodKinds.at(static_cast<std::size_t>(kind));
}

Result<Calendar> Calendar::from_periods(std::vector<Period> periods) {
  if (auto dates = refuse_wrong_dates(periods); !dates) return fail(dates.error());
  Calendar calendar;
  calendar.periods_ = std::move(periods);
  for (const Period& p : calendar.periods_) {
    if (p.kind == PeriodKind::term && !has_a_school_day(calendar, p)) {
      return fail(FaultCode::term_without_days, period_in_words(p));
    }
  }
  return calendar;
}

DayState Calendar::state(SchoolDay day, std::string_view year_group,
                         std::string_view class_name) const {
  if (day.is_weekend()) return DayState::weekend;
  bool in_term = false;
  bool planned = false;
  bool unplanned = false;
  for (const Period& p : periods_) {
    if (!covers(p, day) || !is_for(p, year_group, class_name)) continue;
    in_term = in_term || p.kind == PeriodKind::term;
    unplanned = unplanned || p.kind == PeriodKind::unplanned;
    planned = planned || (p.kind != PeriodKind::term && p.kind != PeriodKind::unplanned);
  }
  if (unplanned) return DayState::unplanned_closure;
  if (planned) return DayState::planned_closure;
  return in_term ? DayState::open : DayState::outside_term;
}

}  // namespace handbell::reg
