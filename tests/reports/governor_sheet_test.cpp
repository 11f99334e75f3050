// The report for governors on schools in which somebody joins, leaves or was in the Nursery: what
// can be told from two reports, and from last year's terms.
#include "app/reports/counted_pupils.h"
#include "app/reports/governor_sheet.h"

#include "attendance_kit.h"
#include "small_school.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

const SchoolDay kToday = on("2026-01-30");

class GovernorSheet : public testing::Test {
 protected:
  GovernorSheet() {
    const auto calendar = reg::Calendar::from_periods(
        {{on("2025-04-21"), on("2025-07-18"), reg::PeriodKind::term, "Summer", {}},
         {on("2025-09-01"), on("2025-12-19"), reg::PeriodKind::term, "Autumn", {}},
         {on("2026-01-05"), on("2026-03-27"), reg::PeriodKind::term, "Spring", {}}});
    school_.name = "Oak Lane";
    school_.calendar = *calendar;
    add_class("Foxes", 20, "2025-09-01");
    add_class("Owls", 20, "2025-09-01");
  }

  void add_class(const char* name, int children, const char* from,
                 reg::YearGroup group = reg::YearGroup::year_1) {
    for (int i = 0; i < children; ++i) {
      const int number = static_cast<int>(school_.pupils.size()) + 1;
      auto pupil = pupil_named("Forename", "Surname", number);
      pupil.id = PupilId(number);
      pupil.class_name = name;
      pupil.group = group;
      pupil.start = on(from);
      school_.pupils.push_back(pupil);
    }
  }

  /// One morning of each term that has begun, for everybody who was there by then: every fourth
  /// child is away, so that no number is small.
  void attend() {
    lines_.clear();
    for (const auto& pupil : school_.pupils) {
      for (const char* monday : {"2025-05-12", "2025-10-06", "2026-01-12"}) {
        if (on(monday) < pupil.start) continue;
        const int year = reg::school_year_of(on(monday));
        if (lines_.empty() || lines_.back().pupil() != pupil.id ||
            lines_.back().school_year() != year) {
          lines_.emplace_back(pupil.id, year);
        }
        for (int day = 0; day < 5; ++day) {
          const char* code = pupil.id.number() % 4 == 0 ? "G" : "/";
          lines_.back().set({on(monday).plus(day), Half::am}, standing(code));
        }
      }
    }
  }

  ReportSheet sheet_over(const char* from, const char* to) {
    attend();
    const auto source = ReportSource::of(std::make_shared<const reg::School>(school_), lines_);
    return governor_sheet(source, {*DateRange::from_days(on(from), on(to)), "", kToday});
  }

  /// "Foxes 20", "Ants not shown": a line's name and its children.
  static std::vector<std::string> lines_of(const ReportSheet& sheet, const char* id) {
    std::vector<std::string> lines;
    for (const auto& table : sheet.tables) {
      if (table.id != id) continue;
      for (const auto& row : table.rows) lines.push_back(row.name + " " + row.cells[0].words);
    }
    return lines;
  }

  reg::School school_;
  std::vector<reg::YearLine> lines_;
};

TEST_F(GovernorSheet, of_the_year_less_a_term_is_no_class_of_four) {
  add_class("Ants", 4, "2025-09-01");
  add_class("Ants", 2, "2026-01-05");
  const auto autumn = sheet_over("2025-09-01", "2025-12-19");
  EXPECT_THAT(lines_of(autumn, "classes"), testing::ElementsAre("Ants fewer than 5", "Foxes 20",
                                                                "Owls not shown", "The school 44"));
  const auto spring = sheet_over("2026-01-05", "2026-01-30");
  const auto year = sheet_over("2025-09-01", "2026-01-30");
  for (const auto* sheet : {&spring, &year}) {
    EXPECT_THAT(
        lines_of(*sheet, "classes"),
        testing::ElementsAre("Ants not shown", "Foxes 20", "Owls not shown", "The school 46"))
        << "the year less the spring were the four Ants of the autumn";
  }
}

TEST_F(GovernorSheet, counts_last_year_without_those_who_were_in_the_nursery_then_D46) {
  add_class("Wrens", 10, "2024-09-02", reg::YearGroup::reception);
  add_class("Hares", 10, "2024-09-02", reg::YearGroup::year_2);
  const auto summer = sheet_over("2025-04-21", "2025-07-18");
  EXPECT_THAT(lines_of(summer, "years"), testing::ElementsAre("Year 1 10", "The school 10"))
      << "whoever is in Year 2 now was in Year 1, and whoever is in Reception in the Nursery";
  EXPECT_THAT(lines_of(summer, "terms"),
              testing::ElementsAre("Summer 2025 10", "Autumn 2025 60", "Spring 2026 60"));
  EXPECT_THAT(summer.notes, testing::Contains("Children stand in the classes in which they are "
                                              "now."));
}

TEST_F(GovernorSheet, counts_who_has_left_in_the_year_group_of_the_last_day) {
  add_class("Hares", 10, "2024-09-02", reg::YearGroup::year_2);
  for (auto& pupil : school_.pupils) {
    if (pupil.class_name == "Hares") pupil.leaving = on("2025-07-18");
  }
  attend();
  EXPECT_EQ(group_then(school_.pupils.back(), 2024, kToday), reg::YearGroup::year_2);
  EXPECT_EQ(group_then(school_.pupils.back(), 2023, kToday), reg::YearGroup::year_1);
  EXPECT_EQ(group_then(school_.pupils.front(), 2025, kToday), reg::YearGroup::year_1);
  EXPECT_EQ(group_then(school_.pupils.front(), 2020, kToday), reg::YearGroup::n1);
}

}  // namespace
}  // namespace handbell::reports
