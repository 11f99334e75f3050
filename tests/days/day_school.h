// The school of a day: its children, calendar, times and what was told beforehand, as the lines
// above the first time say.
//
// What a file does not say is ordinary: term from September 2025 to December 2026, the policy's
// morning times and no afternoon ones, one door, everybody on roll, full time, with a card.
#pragma once

#include "app/register/store.h"

#include "roll.h"

#include <string>
#include <vector>

namespace handbell::days {

struct DaySchool {
  SchoolDay day;
  Roll roll;
  std::vector<reg::PupilRecord> pupils;
  std::vector<reg::Period> periods;
  reg::SessionTimes times;
  std::vector<reg::PupilPlan> plans;
  std::vector<std::string> doors{"front door"};
};

/// "file:line: what does not read".
[[nodiscard]] Reading<DaySchool> read_school(const DayFile& file);

/// Everything into an empty register, as an import does; ids come out as the roll has them.
[[nodiscard]] Status put(const DaySchool& school, reg::Store& store);

/// Each child holds one.
[[nodiscard]] CardNumber card_of(PupilId pupil);
/// On the keyring of each family, by its first child on the roll.
[[nodiscard]] CardNumber family_card_of(PupilId pupil);
[[nodiscard]] CardNumber unknown_card();

}  // namespace handbell::days
