// A simulated year of the invented school at four dates: held as golden files, and worked out a
// second time by another way. HANDBELL_WRITE=1 writes the files anew.
#include "app/invent/attendance_year.h"

#include "naive_year.h"
#include "year_lists.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace handbell::reports {
namespace {

constexpr int kRandomYears = 30;

const SimulatedYear& golden_year() {
  static const SimulatedYear kYear = simulated_year(invent::kDemoSeed);
  return kYear;
}

std::string file_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Suggestion* found(SchoolDay today, PupilId pupil, SuggestionLadder ladder) {
  static const ReportSource kSource = source_of(golden_year());
  static std::vector<PupilSuggestions> all;
  all = suggestions(kSource, today);
  const auto of =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.pupil == pupil; });
  return of == all.end() ? nullptr : of->of(ladder);
}

TEST(SimulatedYear, the_lists_of_four_days_are_held_as_files) {
  const ReportSource source = source_of(golden_year());
  for (const SchoolDay day : four_days()) {
    const std::string text = golden_text(source, day);
    const std::string path = std::string(HANDBELL_GOLDEN) + "/" + day.text() + ".txt";
    if (std::getenv("HANDBELL_WRITE") != nullptr) {
      std::ofstream(path, std::ios::binary) << text;
    }
    EXPECT_EQ(text, file_of(path)) << path;
  }
}

TEST(SimulatedYear, a_second_computation_agrees_on_each_of_the_four_days) {
  const ReportSource source = source_of(golden_year());
  for (const SchoolDay day : four_days()) {
    EXPECT_EQ(plain_lines(source, day), naive_lines(golden_year(), day)) << day.text();
  }
}

TEST(SimulatedYear, a_second_computation_agrees_on_thirty_years_by_chance) {
  std::set<std::string> keys;
  for (int seed = 1; seed <= kRandomYears; ++seed) {
    const SimulatedYear year = stormy_year(static_cast<std::uint64_t>(seed));
    const ReportSource source = source_of(year);
    for (const SchoolDay day : four_days()) {
      const auto lines = plain_lines(source, day);
      ASSERT_EQ(lines, naive_lines(year, day)) << day.text() << " of seed " << seed;
      for (const auto& line : lines) {
        const auto from = line.find(' ') + 1;
        keys.insert(line.substr(from, line.find(' ', from) - from));
      }
    }
  }
  for (const auto key : kSuggestionKeys) {
    EXPECT_TRUE(keys.contains(std::string(text_of(key)))) << text_of(key) << " never stood";
  }
}

TEST(SimulatedYear, the_family_over_the_summer_meets_the_threshold_in_september_and_nobody_else) {
  const SchoolDay october = four_days().front();
  ASSERT_FALSE(golden_year().cast.holiday_family.empty());
  for (const PupilId pupil : golden_year().cast.holiday_family) {
    const auto* penalty = found(october, pupil, SuggestionLadder::penalty);
    ASSERT_NE(penalty, nullptr);
    EXPECT_GE(penalty->part, 10);
  }
  const auto all = suggestions(source_of(golden_year()), october);
  const auto met = std::count_if(all.begin(), all.end(), [](const auto& each) {
    return each.of(SuggestionLadder::penalty) != nullptr;
  });
  EXPECT_EQ(met, static_cast<std::ptrdiff_t>(golden_year().cast.holiday_family.size()));
}

TEST(SimulatedYear, who_turns_five_in_autumn_is_away_sixteen_times_and_eight_count_D36) {
  ASSERT_TRUE(golden_year().cast.turning_five);
  const PupilId pupil = *golden_year().cast.turning_five;
  int away = 0;
  for (const auto& mark : golden_year().marks) {
    away += mark.pupil == pupil && mark.code == reg::code_of("O") ? 1 : 0;
  }
  EXPECT_EQ(away, 16);
  EXPECT_EQ(found(four_days()[2], pupil, SuggestionLadder::penalty), nullptr);
}

TEST(SimulatedYear, two_children_are_persistently_absent_at_the_end_and_all_others_below) {
  const auto all = suggestions(source_of(golden_year()), four_days().back());
  std::vector<PupilId> persistent;
  for (const auto& each : all) {
    const auto* missing = each.of(SuggestionLadder::missing);
    if (missing != nullptr && missing->key != SuggestionKey::at_risk && !each.is_quiet()) {
      persistent.push_back(each.pupil);
    }
  }
  std::sort(persistent.begin(), persistent.end());
  auto cast = golden_year().cast.persistent;
  std::sort(cast.begin(), cast.end());
  EXPECT_EQ(persistent, cast);
}

}  // namespace
}  // namespace handbell::reports
