// The invented school with two years of marks: the one that the golden files are of, and others by
// chance, with long absences thrown over them so that every rule has something to find.
#pragma once

#include "app/invent/attendance_year.h"

#include <memory>

namespace handbell::reports {

inline constexpr int kSimulatedPupils = 240;
inline constexpr int kSimulatedYear = 2025;

struct SimulatedYear {
  std::shared_ptr<const reg::School> school;
  std::vector<invent::YearMark> marks;
  invent::YearCast cast;
};

[[nodiscard]] SimulatedYear simulated_year(std::uint64_t seed);
/// The same with streaks of one code over some children's days.
[[nodiscard]] SimulatedYear stormy_year(std::uint64_t seed);

/// The four days on which the lists are held.
[[nodiscard]] const std::vector<SchoolDay>& four_days();

}  // namespace handbell::reports
