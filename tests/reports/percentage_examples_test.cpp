// The worked examples of category `percentage`, through lines as the register keeps them.
#include "app/reports/absence_flags.h"

#include "worked_examples.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

/// The marks on one session after another of 2025/26.
AttendanceCount counted(const nlohmann::json& mark_counts) {
  reg::YearLine line(PupilId(1), 2025);
  int session = 0;
  for (const auto& [code, times] : mark_counts.items()) {
    for (int i = 0; i < times.get<int>(); ++i, ++session) {
      line.set({reg::first_day_of(2025).plus(session / 2), session % 2 == 0 ? Half::am : Half::pm},
               {reg::code_of(code), std::nullopt});
    }
  }
  return count_line(line, *DateRange::from_days(reg::first_day_of(2025), reg::last_day_of(2025)));
}

AttendanceCount counted_input(const nlohmann::json& input) {
  if (input.contains("mark_counts")) return counted(input.at("mark_counts"));
  AttendanceCount pooled;
  for (const auto& pupil : input.at("pupils")) pooled += counted(pupil);
  return pooled;
}

nlohmann::json answers(const AttendanceCount& count) {
  const AbsenceFlags flags = absence_flags(count);
  nlohmann::json given{{"possible", count.possible()},
                       {"attended", count.attended()},
                       {"authorised", count.authorised()},
                       {"unauthorised", count.unauthorised()},
                       {"attendance_pct_1dp", count.attendance().text()},
                       {"pa", flags.persistent},
                       {"severe", flags.severe},
                       {"below_96_5", flags.below_target},
                       {"below_95", flags.below_contract}};
  return given;
}

/// Where nothing was possible the examples have null: a dash, and no flag (D32).
bool agrees(const nlohmann::json& expected, const nlohmann::json& given) {
  if (!expected.is_null()) return expected == given;
  return given == "–" || given == false;
}

void expect_agreed(const nlohmann::json& example) {
  const auto given = answers(counted_input(example.at("input")));
  for (const auto& [key, expected] : example.at("expected").items()) {
    const bool wrong_way = key == "wrong_mean_of_percentages";
    const auto& answer = given.at(wrong_way ? "attendance_pct_1dp" : key);
    EXPECT_NE(agrees(expected, answer), wrong_way)
        << example.at("id") << " " << key << ": " << answer << ", not " << expected;
  }
}

TEST(PercentageExamples, come_out_as_they_were_agreed) {
  const auto examples = reg::worked_examples("percentage");
  EXPECT_EQ(examples.size(), 13U);
  for (const auto& example : examples) expect_agreed(example);
}

}  // namespace
}  // namespace handbell::reports
