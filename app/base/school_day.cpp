#include "app/base/school_day.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <date/date.h>
#include <fmt/format.h>

#include <array>

namespace handbell {

namespace {

constexpr date::year kFirstYear{1900};
constexpr date::year kLastYear{2199};

date::year_month_day parts_of(std::int32_t number) {
  return date::year_month_day{date::sys_days{date::days{number}}};
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The three numbers of "2026-01-12" or "12/01/2026", each with its exact count of digits.
Result<SchoolDay> from_fields(std::string_view whole, const std::vector<std::string>& fields,
                              bool year_first) {
  const auto refused = [&] { return fail(FaultCode::bad_date, std::string(whole)); };
  if (fields.size() != 3) return refused();
  const std::string& year = fields[year_first ? 0 : 2];
  const std::string& day = fields[year_first ? 2 : 0];
  if (year.size() != 4 || fields[1].size() != 2 || day.size() != 2) return refused();
  for (const auto& field : fields) {
    if (!all_digits(field)) return refused();
  }
  auto parsed = SchoolDay::from_parts(std::stoi(year), std::stoi(fields[1]), std::stoi(day));
  if (!parsed) return refused();
  return parsed;
}

}  // namespace

Result<SchoolDay> SchoolDay::parse(std::string_view text) {
  return from_fields(text, split(text, '-'), true);
}

Result<SchoolDay> SchoolDay::parse_any(std::string_view text) {
  const std::string plain = trimmed(text);
  if (plain.find('/') != std::string::npos) return from_fields(text, split(plain, '/'), false);
  return from_fields(text, split(plain, '-'), true);
}

Result<SchoolDay> SchoolDay::from_parts(int year, int month, int day) {
  const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day)}};
  if (!ymd.ok() || ymd.year() < kFirstYear || ymd.year() > kLastYear) {
    return fail(FaultCode::bad_date, fmt::format("{:04}-{:02}-{:02}", year, month, day));
  }
  return SchoolDay(static_cast<std::int32_t>(date::sys_days{ymd}.time_since_epoch().count()));
}

Result<SchoolDay> SchoolDay::from_number(std::int64_t days) {
  static const auto kFirst = from_parts(static_cast<int>(kFirstYear), 1, 1)->number();
  static const auto kLast = from_parts(static_cast<int>(kLastYear), 12, 31)->number();
  if (days < kFirst || days > kLast) return fail(FaultCode::bad_date, std::to_string(days));
  return SchoolDay(static_cast<std::int32_t>(days));
}

std::string SchoolDay::text() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::string SchoolDay::words() const {
  constexpr std::array kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                             "Friday", "Saturday", "Sunday"};
  constexpr std::array kMonths{"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
  return fmt::format("{} {} {} {}", kDays.at(static_cast<std::size_t>(weekday())), day(),
                     kMonths.at(static_cast<std::size_t>(month() - 1)), year());
}

Weekday SchoolDay::weekday() const {
  const date::weekday day{date::sys_days{date::days{days_}}};
  return static_cast<Weekday>(day.iso_encoding() - 1);
}

int SchoolDay::year() const { return static_cast<int>(parts_of(days_).year()); }
int SchoolDay::month() const {
  return static_cast<int>(static_cast<unsigned>(parts_of(days_).month()));
}
int SchoolDay::day() const {
  return static_cast<int>(static_cast<unsigned>(parts_of(days_).day()));
}

SchoolDay SchoolDay::plus(int days) const {
  const auto moved = from_number(std::int64_t{days_} + days);
  check(moved.has_value());
  return *moved;
}

}  // namespace handbell
