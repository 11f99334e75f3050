// A school day as a head teacher reads it: what happened, minute by minute, and what must come out.
//
//   A title
//   Monday 12 January 2026. Shows D01, D13.
//
//   Owls, Reception: Amira Khan, Ben Ross          the school's lines: no time before them
//   08:41:20 tap Amira Khan -> L 6 minutes         from the first time on, the day's lines
//   screen: late, Amira K, Owls, 8:41              asked at the time of the line before
//   # a remark
//   known: why                                     the next line is right and the program is not
#pragma once

#include "app/base/school_day.h"
#include "app/base/time_of_day.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace handbell::days {

/// A value, or in words what does not read.
template <class T>
using Reading = tl::expected<T, std::string>;

[[nodiscard]] inline tl::unexpected<std::string> unread(std::string what) {
  return tl::unexpected<std::string>(std::move(what));
}

struct DayLine {
  int number = 0;  ///< in the file, from 1
  std::optional<TimeOfDay> at;
  std::string says;                     ///< "tap Amira Khan", "screen"
  std::optional<std::string> expected;  ///< what stands behind -> or behind a question's colon
  std::string known;                    ///< why it is known to fail; else empty
};

struct DayFile {
  std::string name;  ///< "last_seconds.day"
  std::string title;
  SchoolDay day;
  std::vector<std::string> decisions;  ///< "D01", as the file has them
  std::vector<DayLine> school;
  std::vector<DayLine> lines;
};

/// "last_seconds.day:7: what does not read" where it does not.
[[nodiscard]] Reading<DayFile> read_day(const std::string& name, const std::string& text);

}  // namespace handbell::days
