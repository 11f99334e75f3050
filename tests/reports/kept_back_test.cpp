// What governors see cannot be put together into a figure of fewer than five children.
#include "app/reports/kept_back.h"

#include "small_school.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace handbell::reports {
namespace {

GroupLine line_of(const std::string& name, const std::set<std::size_t>& members) {
  GroupLine line;
  line.name = name;
  line.members.assign(members.begin(), members.end());
  return line;
}

std::set<std::size_t> from_to(std::size_t first, std::size_t last) {
  std::set<std::size_t> all;
  for (std::size_t i = first; i < last; ++i) all.insert(i);
  return all;
}

std::string shown_of(const std::vector<GroupLine>& lines) {
  std::string names;
  for (const auto& line : lines) {
    if (!line.withheld) names += line.name + " ";
  }
  return names;
}

TEST(LinesKeptBack, a_class_of_four_takes_the_next_smallest_with_it) {
  std::vector<GroupLine> classes{line_of("Ants", from_to(0, 4)), line_of("Owls", from_to(4, 30)),
                                 line_of("Foxes", from_to(30, 60))};
  GroupLine school = line_of("The school", from_to(0, 60));
  keep_lines_back({&classes}, school);
  EXPECT_EQ(shown_of(classes), "Foxes ");
  EXPECT_FALSE(school.withheld);
}

TEST(LinesKeptBack, a_class_of_three_cannot_be_found_by_way_of_its_year) {
  std::vector<GroupLine> years{line_of("Year 1", from_to(0, 33)),
                               line_of("Year 2", from_to(33, 80))};
  std::vector<GroupLine> classes{line_of("Ants", from_to(0, 3)), line_of("Owls", from_to(3, 33)),
                                 line_of("Foxes", from_to(33, 56)),
                                 line_of("Hares", from_to(56, 80))};
  GroupLine school = line_of("The school", from_to(0, 80));
  keep_lines_back({&years, &classes}, school);
  EXPECT_EQ(shown_of(years), "Year 1 Year 2 ");
  EXPECT_EQ(shown_of(classes), "Foxes Hares ") << "Year 1 less Owls were Ants";
}

TEST(LinesKeptBack, a_group_of_nearly_everybody_is_not_shown) {
  std::vector<GroupLine> groups{line_of("SEND", from_to(0, 12)), line_of("milk", from_to(0, 37))};
  GroupLine school = line_of("The school", from_to(0, 40));
  keep_lines_back({&groups}, school);
  EXPECT_EQ(shown_of(groups), "SEND ") << "three children have no milk";
}

TEST(LinesKeptBack, of_a_school_of_four_nothing_is_shown) {
  std::vector<GroupLine> classes{line_of("Owls", from_to(0, 4))};
  GroupLine school = line_of("The school", from_to(0, 4));
  keep_lines_back({&classes}, school);
  EXPECT_TRUE(school.withheld);
  EXPECT_EQ(shown_of(classes), "");
}

/// How much of each child is counted: one of each, or sessions.
using Much = std::vector<int>;

/// Every sum and difference of the lines shown, tried one by one: does one of them stand for one to
/// four of what is counted, and for nothing else?
bool can_be_worked_out(const std::vector<GroupLine>& shown, const Much& much) {
  std::vector<int> sum(much.size(), 0);
  const std::function<bool(std::size_t)> tried = [&](std::size_t from) {
    if (from == shown.size()) {
      int alone = 0;
      for (std::size_t i = 0; i < much.size(); ++i) {
        if (much[i] > 0 && sum[i] != 0 && sum[i] != 1) return false;
        alone += much[i] * sum[i];
      }
      return alone > 0 && alone < 5;
    }
    for (const int times : {0, 1, -1}) {
      for (const std::size_t member : shown[from].members) sum[member] += times;
      const bool found = tried(from + 1);
      for (const std::size_t member : shown[from].members) sum[member] -= times;
      if (found) return true;
    }
    return false;
  };
  return tried(0);
}

/// Children in classes, years and groups as they come.
struct RandomSchool {
  std::size_t children = 0;
  std::vector<CountedPupil> pupils;
  std::vector<std::vector<GroupLine>> lines{3};
  GroupLine school;

  explicit RandomSchool(std::size_t many) : children(many), pupils(many) {
    const auto some = rc::gen::inRange<std::size_t>(0, 3);
    std::vector<std::set<std::size_t>> classes(3);
    std::vector<std::set<std::size_t>> years(2);
    std::vector<std::set<std::size_t>> groups(3);
    for (std::size_t i = 0; i < children; ++i) {
      const auto in = *some;
      classes[in].insert(i);
      years[in == 0 || (in == 1 && *some == 0) ? 0 : 1].insert(i);
      for (auto& group : groups) {
        if (*some == 0) group.insert(i);
      }
    }
    for (const auto& each : classes) lines[0].push_back(line_of("class", each));
    for (const auto& each : years) lines[1].push_back(line_of("year", each));
    for (const auto& each : groups) lines[2].push_back(line_of("group", each));
    school = line_of("The school", from_to(0, children));
  }

  [[nodiscard]] Sections sections() { return {&lines[0], &lines[1], &lines[2]}; }

  void attend() {
    const auto few = rc::gen::inRange(0, 3);
    for (auto& pupil : pupils) {
      pupil.count.add(reg::code_of("/"), 20 + *few, 0);
      pupil.count.add(reg::code_of("L"), *few / 2, 0);
      pupil.count.add(reg::code_of("C"), *few, 0);
      pupil.count.add(reg::code_of("G"), *few / 2, 0);
    }
    const auto add_up = [&](GroupLine& line) {
      for (const std::size_t member : line.members) line.count += pupils[member].count;
    };
    add_up(school);
    for (auto& section : lines) {
      for (auto& line : section) add_up(line);
    }
  }

  [[nodiscard]] std::vector<GroupLine> shown(bool GroupLine::*hidden) const {
    std::vector<GroupLine> all;
    const auto add = [&](const GroupLine& line) {
      if (!line.withheld && !(line.*hidden) && line.pupils() > 0) all.push_back(line);
    };
    add(school);
    for (const auto& section : lines) {
      for (const auto& line : section) add(line);
    }
    return all;
  }

  [[nodiscard]] Much sessions(int (AttendanceCount::*of)() const) const {
    Much much;
    for (const auto& pupil : pupils) much.push_back((pupil.count.*of)());
    return much;
  }
};

RC_GTEST_PROP(LinesKeptBack, no_sum_or_difference_of_what_is_shown_is_a_small_group, ()) {
  RandomSchool one(*rc::gen::inRange<std::size_t>(5, 26));
  keep_lines_back(one.sections(), one.school);
  RC_ASSERT(!can_be_worked_out(one.shown(&GroupLine::withheld), Much(one.children, 1)));
}

RC_GTEST_PROP(NumbersKeptBack, no_sum_or_difference_of_what_is_shown_is_one_to_four_sessions, ()) {
  RandomSchool one(*rc::gen::inRange<std::size_t>(5, 26));
  one.attend();
  keep_lines_back(one.sections(), one.school);
  keep_numbers_back(one.pupils, one.sections(), one.school);
  const auto rest = one.shown(&GroupLine::hides_rest);
  RC_ASSERT(!can_be_worked_out(rest, one.sessions(&AttendanceCount::absent)));
  RC_ASSERT(!can_be_worked_out(rest, one.sessions(&AttendanceCount::attended)));
  const auto split = one.shown(&GroupLine::hides_split);
  RC_ASSERT(!can_be_worked_out(split, one.sessions(&AttendanceCount::authorised)));
  RC_ASSERT(!can_be_worked_out(split, one.sessions(&AttendanceCount::unauthorised)));
  const auto late = one.shown(&GroupLine::hides_late);
  RC_ASSERT(!can_be_worked_out(late, one.sessions(&AttendanceCount::late)));
}

/// Twenty children of whom the first has all the marks.
struct CountedClass {
  const char* name;
  int present = 0;
  int absent = 0;
  int unauthorised = 0;
};

struct CountedSchool {
  std::vector<CountedPupil> pupils;
  std::vector<GroupLine> classes;
  std::vector<GroupLine> years;
  GroupLine school;

  explicit CountedSchool(const std::vector<CountedClass>& of) {
    for (const auto& each : of) {
      const std::size_t first = pupils.size();
      pupils.resize(first + 20);
      auto& count = pupils[first].count;
      count.add(reg::code_of("/"), each.present, 0);
      count.add(reg::code_of("C"), each.absent - each.unauthorised, 0);
      count.add(reg::code_of("G"), each.unauthorised, 0);
      classes.push_back(line_of(each.name, from_to(first, first + 20)));
      classes.back().count = count;
      school.count += count;
    }
    school.members = line_of("The school", from_to(0, pupils.size())).members;
  }

  void add_year(const char* name, const std::vector<std::size_t>& of) {
    GroupLine year;
    year.name = name;
    for (const std::size_t one : of) {
      year.members.insert(year.members.end(), classes[one].members.begin(),
                          classes[one].members.end());
      year.count += classes[one].count;
    }
    years.push_back(year);
  }

  void keep_back() { keep_numbers_back(pupils, {&years, &classes}, school); }
};

TEST(NumbersKeptBack, one_to_four_sessions_of_absence_hide_present_too_and_the_next_smallest) {
  CountedSchool of({{"Ants", 196, 4, 0}, {"Foxes", 270, 30, 10}, {"Owls", 200, 50, 20}});
  of.keep_back();
  EXPECT_TRUE(of.classes[0].hides_rest);
  EXPECT_TRUE(of.classes[1].hides_rest);
  EXPECT_FALSE(of.classes[2].hides_rest);
  EXPECT_FALSE(of.school.hides_rest);
}

TEST(NumbersKeptBack, few_unauthorised_sessions_hide_how_absence_is_made_up) {
  CountedSchool of({{"Ants", 100, 50, 3}, {"Foxes", 100, 50, 25}});
  of.keep_back();
  EXPECT_TRUE(of.classes[0].hides_split);
  EXPECT_TRUE(of.classes[1].hides_split);
  EXPECT_FALSE(of.classes[0].hides_rest);
}

TEST(NumbersKeptBack, few_sessions_of_a_class_cannot_be_found_by_way_of_its_year) {
  CountedSchool of(
      {{"Ants", 200, 4, 0}, {"Owls", 200, 60, 0}, {"Foxes", 200, 30, 0}, {"Hares", 200, 40, 0}});
  of.add_year("Year 1", {0, 1});
  of.add_year("Year 2", {2, 3});
  of.keep_back();
  EXPECT_FALSE(of.years[0].hides_rest);
  EXPECT_TRUE(of.classes[0].hides_rest);
  EXPECT_TRUE(of.classes[1].hides_rest) << "Year 1 less Owls were Ants";
  EXPECT_FALSE(of.classes[2].hides_rest);
}

TEST(NumbersKeptBack, a_class_that_missed_nothing_is_shown_and_hides_no_other) {
  CountedSchool of({{"Ants", 200, 3, 0}, {"Owls", 200, 0, 0}, {"Foxes", 200, 30, 0}});
  of.keep_back();
  EXPECT_TRUE(of.classes[0].hides_rest);
  EXPECT_FALSE(of.classes[1].hides_rest) << "it tells nothing of the Ants";
  EXPECT_TRUE(of.classes[2].hides_rest) << "the school less Foxes were Ants";
}

TEST(NumbersKeptBack, a_group_is_hidden_where_the_rest_of_the_school_has_few) {
  CountedSchool of({{"SEND", 100, 50, 10}, {"all others", 200, 3, 1}});
  of.classes.pop_back();
  of.keep_back();
  EXPECT_TRUE(of.classes[0].hides_rest) << "three absences of all who are not in it";
}

}  // namespace
}  // namespace handbell::reports
