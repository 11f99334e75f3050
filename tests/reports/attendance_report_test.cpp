#include "app/reports/attendance_report.h"

#include "naive_figures.h"
#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reports {
namespace {

const DateRange kWeek = DateRange::week_of(on("2026-01-12"));

struct Child {
  const char* forename;
  const char* surname;
  const char* class_name;
  reg::YearGroup group;
  const char* groups = "";
};

using enum reg::YearGroup;

/// Five Owls, two Foxes and two Ducklings of Nursery, one of them in a class of Reception.
reg::School oakwood() {
  const std::vector<Child> children{{"Zoya", "Ahmed", "Owls", reception, "milk; choir"},
                                    {"Ben", "Ross", "Owls", reception, "milk"},
                                    {"Amira", "Khan", "Owls", reception, "milk;milk"},
                                    {"Dan", "Price", "Owls", reception},
                                    {"Ivy", "Moore", "Owls", reception},
                                    {"Max", "Hill", "Foxes", year_2, "milk"},
                                    {"Ada", "Hill", "Foxes", year_2, "milk"},
                                    {"Cara", "Lewis", "Ducklings", n2, "milk"},
                                    {"Finn", "Webb", "Owls", n1}};
  reg::School school;
  school.name = "Oakwood Infants";
  int number = 0;
  for (const Child& child : children) {
    auto pupil = pupil_named(child.forename, child.surname, ++number);
    pupil.id = PupilId(number);
    pupil.class_name = child.class_name;
    pupil.group = child.group;
    pupil.groups = child.groups;
    school.pupils.push_back(pupil);
  }
  return school;
}

/// The same codes on every morning and afternoon of kWeek from Monday on.
reg::YearLine week_of_codes(int pupil, const std::vector<const char*>& codes) {
  reg::YearLine line(PupilId(pupil), 2025);
  int session = 0;
  for (const char* code : codes) {
    line.set({kWeek.from().plus(session / 2), session % 2 == 0 ? Half::am : Half::pm},
             {reg::code_of(code), std::nullopt});
    ++session;
  }
  return line;
}

PupilFigures one_week() {
  std::vector<reg::YearLine> lines;
  for (int pupil = 1; pupil <= 9; ++pupil) lines.push_back(week_of_codes(pupil, {"V", "V"}));
  lines[0] = week_of_codes(1, {"I", "I", "I", "I", "V", "V", "V", "V", "V", "V"});
  lines[7] = week_of_codes(8, {"U", "X"});
  return {lines, {}};
}

std::vector<std::string> names(const ReportPart& part) {
  std::vector<std::string> all;
  for (const auto& line : part.lines) all.push_back(line.name);
  return all;
}

AttendanceReport by(Grouping grouping, const ReportSettings& settings = {}) {
  return attendance_report(oakwood(), one_week(), kWeek, grouping, settings);
}

using Names = std::vector<std::string>;

TEST(AttendanceReport, pools_the_sessions_of_a_class_and_then_divides_D33) {
  const auto report = by(Grouping::class_name);
  EXPECT_EQ(names(report.school), (Names{"Foxes", "Owls"}));
  const ReportLine& owls = report.school.lines[1];
  EXPECT_EQ(owls.pupils, 5);
  EXPECT_EQ(owls.count.possible(), 18);
  EXPECT_EQ(owls.count.attendance().text(), "77.8");  // 14 of 18; the mean of the five is 92.0
  EXPECT_EQ(report.school.total.count.possible(), 22);
  EXPECT_EQ(report.school.total.name, "Oakwood Infants");
}

TEST(AttendanceReport, Nursery_stands_apart_also_where_it_shares_a_class_or_a_group_D46) {
  const auto classes = by(Grouping::class_name);
  EXPECT_EQ(names(classes.nursery), (Names{"Ducklings", "Owls"}));
  EXPECT_EQ(classes.nursery.total.count.possible(), 3);
  EXPECT_EQ(classes.nursery.total.count.late_after_close(), 1);
  EXPECT_EQ(names(by(Grouping::year_group).school), (Names{"R", "2"}));
  EXPECT_EQ(names(by(Grouping::year_group).nursery), (Names{"N1", "N2"}));
  EXPECT_EQ(by(Grouping::free_group).nursery.lines[0].pupils, 1);
}

TEST(AttendanceReport, a_school_may_count_Nursery_in_D46) {
  const auto report = by(Grouping::school, {5, true});
  EXPECT_EQ(report.school.total.count.possible(), 25);
  EXPECT_TRUE(report.nursery.lines.empty());
}

TEST(AttendanceReport, a_child_counts_in_each_of_its_free_groups_once_and_once_in_the_total) {
  const auto report = by(Grouping::free_group);
  EXPECT_EQ(names(report.school), (Names{"choir", "milk"}));
  EXPECT_EQ(report.school.lines[1].pupils, 5);
  EXPECT_EQ(report.school.lines[1].count.possible(), 18);
  EXPECT_EQ(report.school.total.count.possible(), 22);
}

TEST(AttendanceReport, children_stand_by_surname_each_with_the_own_figures) {
  const auto report = by(Grouping::pupil);
  EXPECT_EQ(names(report.school), (Names{"Zoya Ahmed", "Ada Hill", "Max Hill", "Amira Khan",
                                         "Ivy Moore", "Dan Price", "Ben Ross"}));
  EXPECT_EQ(report.school.lines[0].pupil, PupilId(1));
  EXPECT_EQ(report.school.lines[0].count.attendance().text(), "60.0");
}

TEST(AttendanceReport, says_who_was_on_roll_also_without_a_mark_and_nobody_else) {
  auto school = oakwood();
  school.pupils[5].leaving = kWeek.from().plus(-1);
  school.pupils[6].start = kWeek.to();
  const auto report = attendance_report(school, {{}, {}}, kWeek, Grouping::class_name);
  ASSERT_EQ(names(report.school), (Names{"Foxes", "Owls"}));
  EXPECT_EQ(report.school.lines[0].pupils, 0);
  EXPECT_EQ(report.school.lines[0].count.attendance().text(), "–");
  school.pupils[6].start = kWeek.to().plus(1);
  EXPECT_EQ(names(attendance_report(school, {{}, {}}, kWeek, Grouping::class_name).school),
            (Names{"Owls"}));
  // A leaver's marks stay in the figures of the days on which the child was here.
  EXPECT_EQ(attendance_report(school, one_week(), kWeek, Grouping::class_name)
                .school.lines[0]
                .count.possible(),
            4);
}

TEST(AttendanceReport, prints_how_many_sessions_are_counted_as_proposed_D22) {
  const PupilFigures figures({}, {{PupilId(2), {kWeek.from(), Half::am}, {reg::code_of("U"), 65}}});
  const auto report = attendance_report(oakwood(), figures, kWeek, Grouping::class_name);
  EXPECT_EQ(report.school.total.count.pending(), 1);
  EXPECT_EQ(report.school.lines[1].count.unauthorised(), 1);
}

TEST(AttendanceReport, marks_of_a_child_who_stands_in_no_list_of_pupils_are_said) {
  const PupilFigures figures({week_of_codes(99, {"V"})}, {});
  const auto report = attendance_report(oakwood(), figures, kWeek, Grouping::school);
  EXPECT_EQ(report.unplaced, 1);
  EXPECT_EQ(report.school.total.count.marks(), 0);
}

TEST(PublishedReport, withholds_groups_of_fewer_than_five_children_and_leaves_Nursery_out_D33_D46) {
  const auto report = published(by(Grouping::class_name));
  EXPECT_TRUE(report.school.lines[0].withheld);
  EXPECT_EQ(report.school.lines[0].count, AttendanceCount());
  EXPECT_FALSE(report.school.lines[1].withheld);
  EXPECT_EQ(report.school.lines[1].count.possible(), 18);
  EXPECT_EQ(report.nursery, ReportPart());
}

TEST(PublishedReport, counts_only_children_with_a_possible_session_towards_the_five_D33) {
  auto figures = [](const char* code) {
    std::vector<reg::YearLine> lines;
    for (int pupil = 1; pupil <= 5; ++pupil) {
      lines.push_back(week_of_codes(pupil, {pupil == 5 ? code : "V"}));
    }
    return PupilFigures(lines, {});
  };
  const auto withheld = [&](const char* code) {
    return published(attendance_report(oakwood(), figures(code), kWeek, Grouping::class_name))
        .school.lines[1]
        .withheld;
  };
  EXPECT_TRUE(withheld("X"));
  EXPECT_FALSE(withheld("I"));
}

TEST(PublishedReport, names_no_child) {
  EXPECT_TRUE(published(by(Grouping::pupil)).school.lines.empty());
  EXPECT_FALSE(published(by(Grouping::pupil)).school.total.withheld);
}

RC_GTEST_PROP(AttendanceReport, however_it_is_grouped_the_sums_are_those_of_a_count_mark_for_mark,
              ()) {
  const RandomRegister rows = random_register();
  const DateRange range = random_range();
  reg::School school = oakwood();
  std::set<PupilId> nursery;
  std::set<PupilId> others;
  for (auto& pupil : school.pupils) {
    pupil.group = *rc::gen::elementOf(reg::kYearGroups);
    pupil.class_name = *rc::gen::element(std::string("Owls"), std::string("Foxes"));
    (reg::is_nursery(pupil.group) ? nursery : others).insert(pupil.id);
  }
  const PupilFigures figures = figures_of(rows);
  for (const auto grouping : {Grouping::pupil, Grouping::class_name, Grouping::year_group,
                              Grouping::free_group, Grouping::school}) {
    const auto report = attendance_report(school, figures, range, grouping);
    RC_ASSERT(plain(report.school.total.count) == naive_figures(rows, others, range));
    RC_ASSERT(plain(report.nursery.total.count) == naive_figures(rows, nursery, range));
    if (grouping == Grouping::free_group) continue;
    AttendanceCount sum;
    for (const auto& line : report.school.lines) sum += line.count;
    RC_ASSERT(sum == report.school.total.count);
  }
}

}  // namespace
}  // namespace handbell::reports
