#include "app/invent/attendance_year.h"

#include "app/register/leave_request.h"
#include "app/register/school_age.h"
#include "app/register/year_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace handbell::invent {
namespace {

constexpr int kYear = 2025;

reg::School school_with_two_years() {
  auto school = invent_school({kDemoSeed, 240, kYear});
  EXPECT_TRUE(school);
  school->calendar = with_year_before(school->calendar, kYear);
  return *school;
}

const reg::School& school() {
  static const reg::School kSchool = school_with_two_years();
  return kSchool;
}

const AttendanceYear& the_year() {
  static const AttendanceYear kMade = attendance_year(school(), kDemoSeed, kYear);
  return kMade;
}

std::map<std::string, int> counts_of(int year) {
  std::map<std::string, int> counts;
  for (const auto& mark : the_year().marks) {
    if (reg::school_year_of(mark.session.day) != year) continue;
    ++counts[std::string(mark.code.text())];
    counts["possible"] += mark.code.is_possible() ? 1 : 0;
    counts["attended"] += mark.code.is_attended() ? 1 : 0;
  }
  return counts;
}

TEST(AttendanceYear, L_and_U_are_the_shares_that_were_asked_for_in_both_years) {
  for (const int year : {kYear - 1, kYear}) {
    auto counts = counts_of(year);
    const double possible = counts["possible"];
    ASSERT_GT(possible, 50'000);
    EXPECT_EQ(counts["L"], std::lround(possible * 0.0112)) << year;
    EXPECT_EQ(counts["U"], std::lround(possible * 0.0017)) << year;
  }
}

TEST(AttendanceYear, attendance_is_about_as_it_is_in_primary_schools) {
  for (const int year : {kYear - 1, kYear}) {
    auto counts = counts_of(year);
    const double share = 1.0 * counts["attended"] / counts["possible"];
    EXPECT_GT(share, 0.94) << year;
    EXPECT_LT(share, 0.965) << year;
    for (const char* code : {"I", "M", "C", "G", "O", "R", "V"}) EXPECT_GT(counts[code], 0) << code;
  }
  EXPECT_GT(counts_of(kYear)["N"], 0);
  EXPECT_EQ(counts_of(kYear - 1)["N"], 0) << "a year that is over has its reasons";
}

TEST(AttendanceYear, illness_comes_in_two_waves) {
  std::map<SchoolDay, std::pair<int, int>> weeks;
  for (const auto& mark : the_year().marks) {
    if (mark.session.day < reg::first_day_of(kYear)) continue;
    auto& [ill, all] = weeks[mark.session.day.plus(-static_cast<int>(mark.session.day.weekday()))];
    ill += mark.code == reg::code_of("I") ? 1 : 0;
    ++all;
  }
  std::vector<double> shares;
  int waves = 0;
  bool in_wave = false;
  for (const auto& [monday, week] : weeks) {
    const double share = 1.0 * week.first / week.second;
    shares.push_back(share);
    if (share > 0.06 && !in_wave) ++waves;
    in_wave = share > 0.06;
  }
  std::sort(shares.begin(), shares.end());
  EXPECT_EQ(waves, 2);
  EXPECT_LT(shares[shares.size() / 2], 0.035);
}

TEST(AttendanceYear, every_expected_session_has_one_mark_that_may_stand_there) {
  std::map<PupilId, std::set<SessionId>> marked;
  for (const auto& mark : the_year().marks) {
    EXPECT_TRUE(marked[mark.pupil].insert(mark.session).second);
    EXPECT_TRUE(mark.code.fits(mark.session.half) && mark.code.is_valid_on(mark.session.day));
    const bool late = mark.code == reg::code_of("L") || mark.code == reg::code_of("U");
    EXPECT_EQ(mark.minutes_late.has_value(), late);
  }
  for (const auto& pupil : school().pupils) {
    const auto expected =
        reg::sessions_expected(pupil, school(), {reg::first_day_of(kYear - 1), Half::am},
                               {reg::last_day_of(kYear), Half::pm});
    const std::set<SessionId> wanted(expected.begin(), expected.end());
    EXPECT_EQ(marked[pupil.id], wanted) << pupil.full_name();
  }
}

TEST(AttendanceYear, has_everybody_with_a_story) {
  const auto& cast = the_year().cast;
  ASSERT_EQ(cast.persistent.size(), 2U);
  ASSERT_GE(cast.holiday_family.size(), 1U);
  ASSERT_TRUE(cast.turning_five);
  const auto of_age = [](PupilId id) {
    return reg::school_age_from(school().pupil(id)->date_of_birth);
  };
  EXPECT_EQ(of_age(*cast.turning_five).text(), "2025-12-31");
  const std::string family = school().pupil(cast.holiday_family.front())->family;
  for (const PupilId id : cast.holiday_family) {
    EXPECT_EQ(school().pupil(id)->family, family);
    EXPECT_LT(of_age(id).text(), "2025-07-10") << "of school age in July";
  }
}

TEST(AttendanceYear, the_same_seed_makes_the_same_year_and_another_another) {
  EXPECT_EQ(attendance_year(school(), kDemoSeed, kYear).marks, the_year().marks);
  EXPECT_NE(attendance_year(school(), kDemoSeed + 1, kYear).marks, the_year().marks);
  EXPECT_TRUE(std::is_sorted(
      the_year().marks.begin(), the_year().marks.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.session, a.pupil) < std::tuple(b.session, b.pupil);
      }));
}

TEST(AttendanceYear, a_school_of_any_size_has_one) {
  for (const int pupils : {1, 7, 30, 700}) {
    auto small = invent_school({3, pupils, kYear});
    ASSERT_TRUE(small);
    small->calendar = with_year_before(small->calendar, kYear);
    EXPECT_FALSE(attendance_year(*small, 3, kYear).marks.empty()) << pupils;
  }
}

}  // namespace
}  // namespace handbell::invent
