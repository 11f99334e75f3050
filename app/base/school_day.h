// A date in the school's calendar, without a time.
#pragma once

#include "app/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace handbell {

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

/// A day between 1900-01-01 and 2199-12-31 that exists.
class SchoolDay {
 public:
  /// 1970-01-01, for fields that are filled later.
  constexpr SchoolDay() = default;
  /// YYYY-MM-DD. Fault: bad_date.
  [[nodiscard]] static Result<SchoolDay> parse(std::string_view text);
  /// YYYY-MM-DD or DD/MM/YYYY, as schools' files have it. Fault: bad_date.
  [[nodiscard]] static Result<SchoolDay> parse_any(std::string_view text);
  /// Days since 1970-01-01. Fault: bad_date outside the range.
  [[nodiscard]] static Result<SchoolDay> from_number(std::int64_t days);
  /// Fault: bad_date where there is no such day.
  [[nodiscard]] static Result<SchoolDay> from_parts(int year, int month, int day);

  [[nodiscard]] std::int32_t number() const { return days_; }
  [[nodiscard]] std::string text() const;   ///< YYYY-MM-DD
  [[nodiscard]] std::string words() const;  ///< Monday 12 January 2026
  [[nodiscard]] Weekday weekday() const;
  [[nodiscard]] bool is_weekend() const { return weekday() >= Weekday::saturday; }
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;  ///< 1 to 12
  [[nodiscard]] int day() const;    ///< 1 to 31
  /// `days` later, or earlier where negative. Invariant: the result is in range.
  [[nodiscard]] SchoolDay plus(int days) const;

  friend auto operator<=>(const SchoolDay&, const SchoolDay&) = default;

 private:
  constexpr explicit SchoolDay(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

}  // namespace handbell
