#include "simulated_year.h"

#include "app/base/check.h"
#include "app/invent/chance.h"

#include <map>

namespace handbell::reports {

SimulatedYear simulated_year(std::uint64_t seed) {
  auto school = invent::invent_school({seed, kSimulatedPupils, kSimulatedYear});
  check(school.has_value());
  school->calendar = invent::with_year_before(school->calendar, kSimulatedYear);
  auto year = invent::attendance_year(*school, seed, kSimulatedYear);
  return {std::make_shared<const reg::School>(std::move(*school)), std::move(year.marks),
          std::move(year.cast)};
}

SimulatedYear stormy_year(std::uint64_t seed) {
  static const std::vector<const char*> kCodes{"O", "G", "N", "I", "X", "Y1", "U", "C"};
  constexpr int kStreaks = 40;
  SimulatedYear year = simulated_year(seed);
  invent::Chance chance(seed + 1);
  std::map<PupilId, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < year.marks.size(); ++i) places[year.marks[i].pupil].push_back(i);
  std::vector<PupilId> pupils;
  for (const auto& [pupil, at] : places) pupils.push_back(pupil);
  for (int i = 0; i < kStreaks; ++i) {
    const auto& own = places.at(chance.pick(pupils));
    const reg::Code code = reg::code_of(chance.pick(kCodes));
    const std::size_t first = chance.below(own.size());
    const std::size_t end = std::min(own.size(), first + 1 + chance.below(60));
    const std::size_t step = chance.percent(60) ? 1 : 3;
    for (std::size_t at = first; at < end; at += step) {
      auto& mark = year.marks[own[at]];
      mark.code = code;
      mark.minutes_late.reset();
    }
  }
  return year;
}

const std::vector<SchoolDay>& four_days() {
  static const std::vector<SchoolDay> kDays = [] {
    std::vector<SchoolDay> days;
    for (const char* text : {"2025-10-10", "2025-12-05", "2026-03-13", "2026-07-10"}) {
      days.push_back(*SchoolDay::parse(text));
    }
    return days;
  }();
  return kDays;
}

}  // namespace handbell::reports
