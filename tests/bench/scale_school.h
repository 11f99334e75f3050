// A register as large as one wants: pupils by the thousand, a mark in both sessions of every school
// day of six years, and a morning of today on which 200 of them came late.
//
// Everything is written through the store, as the office writes it; which code a mark has follows
// from pupil and session alone, so each run makes the same register.
#pragma once

#include "app/base/session_id.h"
#include "app/register/code.h"

#include <string>

namespace handbell::bench {

struct Scale {
  int pupils = 1'000;
  int years = 6;
};

inline constexpr int kSchoolDays = 190;  // a year
inline constexpr int kLateToday = 200;

[[nodiscard]] inline long long marks_of(const Scale& scale) {
  return 2LL * kSchoolDays * scale.pupils * scale.years;
}

/// The first year is 2019/20; the last day of the last year is today.
[[nodiscard]] int first_year();
[[nodiscard]] SchoolDay first_day(int year);
[[nodiscard]] SchoolDay last_day(int year);
[[nodiscard]] SchoolDay today(const Scale& scale);
[[nodiscard]] reg::Code code_at(int pupil, SessionId session);

/// Makes `path`; ends the program where the store refuses.
void write_school(const std::string& path, const Scale& scale);

}  // namespace handbell::bench
