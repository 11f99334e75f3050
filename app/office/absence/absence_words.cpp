#include "app/office/absence/absence_words.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <array>

namespace handbell::office {

std::string short_day(SchoolDay day) {
  const auto words = split(day.words(), ' ');  // "Monday 12 January 2026"
  return fmt::format("{} {} {}", words.at(0).substr(0, 3), words.at(1), words.at(2).substr(0, 3));
}

std::string span_words(SessionId from, SessionId to) {
  const auto half = [](Half of) { return of == Half::am ? ", morning" : ", afternoon"; };
  if (from == to) return short_day(from.day) + half(from.half);
  if (from.day == to.day) return short_day(from.day);
  return short_day(from.day) + (from.half == Half::pm ? half(Half::pm) : "") + " to " +
         short_day(to.day) + (to.half == Half::am ? half(Half::am) : "");
}

std::string moment_words(Instant at) {
  const auto local = to_local(at);
  return local ? short_day(local->day) + " " + local_hh_mm(at) : with_offset(at);
}

std::string timetable_words(const reg::AttendancePattern& pattern) {
  if (pattern == reg::AttendancePattern()) return "every session";
  constexpr std::array kDays{"Mon", "Tue", "Wed", "Thu", "Fri"};
  const std::string digits = pattern.text();
  std::string words;
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    const bool am = digits[2 * i] == '1';
    const bool pm = digits[2 * i + 1] == '1';
    if (!am && !pm) continue;
    words += fmt::format("{}{}{}", words.empty() ? "" : ", ", kDays.at(i),
                         am && pm ? ""
                         : am     ? " am"
                                  : " pm");
  }
  return words.empty() ? "never" : words;
}

bool may_write_absence(const Visitor& who) {
  return who.has_one_of({reg::Role::office, reg::Role::head});
}

std::string names_of(const reg::School& school, const std::vector<PupilId>& pupils) {
  std::string names;
  for (const PupilId id : pupils) {
    const auto* pupil = school.pupil(id);
    if (pupil != nullptr) names += (names.empty() ? "" : ", ") + child_and_class(*pupil);
  }
  return names;
}

}  // namespace handbell::office
