// What the pages of attendance ask of the register does not grow with the school: so many
// statements for six children and for sixty, and an answer reads the marks of its own child alone.
#include "app/office/attendance/answer.h"
#include "app/office/attendance/attendance.h"
#include "app/register/school_days.h"
#include "app/reports/suggestion.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "counted_statements.h"
#include "small_school.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace handbell::office {
namespace {

using store::RegisterFile;

class AttendanceStatements : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-statements-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    auto opened = RegisterFile::open(folder_ + "/register.db", random_);
    ASSERT_TRUE(opened) << sentence(opened.error());
    file_ = std::move(*opened);
    ASSERT_TRUE(file_->put_periods(one_year()));
    ASSERT_TRUE(file_->put_times(reg::policy_times(on("2025-09-01"))));
  }
  void TearDown() override {
    file_.reset();
    std::filesystem::remove_all(folder_);
  }

  /// Each of them away for a week of November, and since Thursday.
  void put_children(int first, int last) {
    std::vector<reg::PupilRecord> pupils;
    std::vector<reg::MarkDraft> drafts;
    for (int number = first; number <= last; ++number) {
      pupils.push_back(pupil_named("Amira", "Khan", number));
      pupils.back().start = on("2024-09-02");
      pupils.back().date_of_birth = on("2019-11-04");
    }
    ASSERT_TRUE(file_->put_pupils(pupils));
    const auto school_days = reg::SchoolDays::of(*reg::Calendar::from_periods(one_year()));
    for (const SchoolDay day : school_days.days()) {
      if (on("2026-01-09") < day) break;
      const bool away =
          (on("2025-11-03") <= day && day <= on("2025-11-07")) || on("2026-01-08") <= day;
      for (int number = first; number <= last; ++number) {
        drafts.push_back({PupilId(number),
                          {day, Half::am},
                          reg::code_of(away ? "N" : "/"),
                          {},
                          {},
                          "in class",
                          "Class teacher",
                          by_});
      }
    }
    ASSERT_TRUE(file_->enter(drafts, instant("2026-01-09T16:00:00")));
  }

  int statements_of_list() {
    CountedStatements::begin();
    const auto view = attendance_view(visit_, *file_);
    EXPECT_TRUE(view);
    rows_ = view ? view->fresh.size() + view->rest.size() : 0;
    return CountedStatements::count();
  }
  int statements_of_answer() {
    const auto school = file_->shared_school();
    CountedStatements::begin();
    EXPECT_TRUE(answer_view(visit_, *file_, *(*school)->pupil(PupilId(1))));
    return CountedStatements::count();
  }

  CountedStatements counted_;
  CountedRandom random_{1};
  const reg::Author by_ = *reg::Author::from("J Okoro", "Class teacher");
  std::string folder_;
  std::unique_ptr<RegisterFile> file_;
  const Visit visit_{
      {}, {}, Visitor{"", by_, {reg::Role::champion}, {}, "t0ken"}, {}, on("2026-01-12"), {}, ""};
  std::size_t rows_ = 0;
};

TEST_F(AttendanceStatements, are_as_many_for_six_children_as_for_sixty) {
  put_children(1, 6);
  (void)statements_of_list();  // the school is read once and shared
  const int of_six = statements_of_list();
  EXPECT_EQ(rows_, 6U);
  const int answer_of_six = statements_of_answer();
  put_children(7, 60);
  (void)statements_of_list();
  EXPECT_EQ(statements_of_list(), of_six);
  EXPECT_EQ(rows_, 60U);
  EXPECT_EQ(statements_of_answer(), answer_of_six);
  EXPECT_GT(of_six, 3);
  EXPECT_LT(of_six, 20) << "a handful, however many days the door is asked about";
}

TEST_F(AttendanceStatements, an_answer_is_about_the_same_suggestions_as_the_list) {
  put_children(1, 6);
  const auto all = *reports::ReportSource::read_back(*file_, visit_.today);
  for (int number = 1; number <= 6; ++number) {
    const PupilId pupil(number);
    const auto own = *reports::ReportSource::read_back_of(*file_, pupil, visit_.today);
    const auto expected = reports::suggestions_about(all, pupil, visit_.today);
    EXPECT_FALSE(expected.suggestions.empty());
    EXPECT_EQ(reports::suggestions_about(own, pupil, visit_.today), expected);
    const PupilId other(number % 6 + 1);
    EXPECT_TRUE(reports::suggestions_about(own, other, visit_.today).suggestions.empty())
        << "nobody else's marks were read";
  }
}

}  // namespace
}  // namespace handbell::office
