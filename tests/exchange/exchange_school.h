// The small school as lists from outside meet it: Amira Khan 1001, Ben Ross 1002, Cara Lewis 1003.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/mark_history.h"

#include "small_school.h"

namespace handbell::exchange {

inline constexpr const char* kAmirasUpn = "B801200005001";

inline reg::School school() {
  reg::School made;
  made.name = "Larkfield Infant School";
  auto rows = three_pupils();
  rows[0].upn = *Upn::parse(kAmirasUpn);
  rows[0].upn_written = kAmirasUpn;
  made.pupils = reg::merge_pupils(made, rows)->rows;
  made.calendar = *reg::Calendar::from_periods(one_year());
  return made;
}

/// "Order: the sentence" of the first row refused; "taken" where none was.
template <class Row>
std::string refusal_of(const Result<Parsed<Row>>& parsed) {
  if (!parsed) return sentence(parsed.error());
  if (parsed->refused.empty()) return "taken";
  return parsed->refused[0].column + ": " + parsed->refused[0].reason;
}

inline reg::Mark entry(std::uint64_t number, std::int64_t pupil, const char* code,
                       std::uint64_t replaces = 0) {
  const auto by = reg::Author::parse("Pat Hill, Office manager");
  return {number,
          instant("2026-01-12T09:30:07"),
          {PupilId(pupil),
           {on("2026-01-12"), Half::am},
           reg::code_of(code),
           std::nullopt,
           std::nullopt,
           "Register taken",
           "Class teacher",
           *by},
          replaces};
}

/// Amira's N became U and then L; Ben was present.
inline reg::MarkHistory small_history() {
  auto first = entry(1, 1, "N");
  auto second = entry(3, 1, "U", 1);
  second.what.reason = "Came with Ben Ross, not seen in class";
  second.what.minutes_late = 27;
  second.what.arrived = instant("2026-01-12T09:02:40");
  auto third = entry(4, 1, "L", 3);
  third.at = instant("2026-06-15T15:10:00");
  third.what.reason = "=Card of her brother, \"swapped\"";
  third.what.minutes_late = 17;
  third.what.arrived = instant("2026-01-12T08:52:59");
  third.what.source = "Front door";
  auto present = entry(2, 2, "/");
  present.what.by = *reg::Author::parse("Lena Frost, Class teacher");
  auto afternoon = entry(5, 2, "\\");
  afternoon.what.session.half = Half::pm;
  return *reg::MarkHistory::from({present, third, first, second, afternoon});
}

}  // namespace handbell::exchange
