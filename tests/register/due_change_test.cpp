// A timetable begins and ends on the days that were agreed.
#include "app/register/due_change.h"


#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

constexpr const char* kFull = "1111111111";
constexpr const char* kMornings = "1010101010";

RecordChange change(const char* day, const char* was, const char* is, int pupil = 1) {
  return {PupilId(pupil), on(day), "pattern", was, is, "settling in", *Author::from("A", "Head")};
}

DayNoteGiven noted(std::uint64_t entry, const char* typed, const RecordChange& what) {
  return {entry, instant(typed), what};
}

School a_school(const char* pattern = kFull) {
  School school;
  school.pupils = three_pupils();
  for (std::size_t i = 0; i < school.pupils.size(); ++i) {
    school.pupils[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
  }
  school.pupils[0].pattern = *AttendancePattern::parse(pattern);
  return school;
}

/// The pattern of the first child on that day; "as it was" where nothing is due.
std::string due(const std::vector<DayNoteGiven>& notes, const char* today,
                const char* pattern = kFull) {
  const auto records = due_changes(a_school(pattern), notes, on(today));
  return records.empty() ? "as it was" : records.front().pattern.text();
}

const std::vector<DayNoteGiven> kAgreed{
    noted(1, "2026-01-12T09:00:00", change("2026-01-19", kFull, kMornings)),
    noted(2, "2026-01-12T09:00:00", change("2026-01-31", kMornings, kFull))};

TEST(DueChange, begins_on_its_day_and_ends_after_the_last) {
  EXPECT_EQ(due(kAgreed, "2026-01-18"), "as it was");
  EXPECT_EQ(due(kAgreed, "2026-01-19"), kMornings);
  EXPECT_EQ(due(kAgreed, "2026-01-20", kMornings), "as it was") << "it holds already";
  EXPECT_EQ(due(kAgreed, "2026-01-30", kMornings), "as it was");
  EXPECT_EQ(due(kAgreed, "2026-01-31", kMornings), kFull);
  EXPECT_EQ(due(kAgreed, "2026-02-01", kFull), "as it was");
}

TEST(DueChange, an_office_that_was_off_catches_up) {
  EXPECT_EQ(due(kAgreed, "2026-01-24"), kMornings);
  EXPECT_EQ(due(kAgreed, "2026-02-02"), "as it was") << "begun and ended meanwhile";
}

TEST(DueChange, what_a_person_changed_meanwhile_stays) {
  auto notes = kAgreed;
  notes.push_back(noted(3, "2026-01-21T10:00:00", change("2026-01-21", kMornings, kFull)));
  EXPECT_EQ(due(notes, "2026-01-22", kFull), "as it was");
  EXPECT_EQ(due(notes, "2026-01-31", kFull), "as it was");
  EXPECT_EQ(due(kAgreed, "2026-01-19", "1111100000"), "as it was") << "another one by then";
}

TEST(DueChange, what_was_taken_back_or_is_no_timetable_does_not_count) {
  auto notes = kAgreed;
  notes[0].back = TakenBack{{}, {}, "an error", *Author::from("A", "Head")};
  EXPECT_EQ(due(notes, "2026-01-19"), "as it was");
  auto flag = change("2026-01-19", "no", "yes");
  flag.field = "see_office";
  EXPECT_EQ(due({noted(1, "2026-01-12T09:00:00", flag)}, "2026-01-19"), "as it was");
  EXPECT_EQ(due({noted(1, "2026-01-12T09:00:00", change("2026-01-19", kFull, kMornings, 9))},
                "2026-01-19"),
            "as it was")
      << "nobody of that number";
}

TEST(DueChange, what_counted_at_once_is_not_done_again) {
  const auto at_once = noted(1, "2026-01-19T09:00:00", change("2026-01-19", kFull, kMornings));
  EXPECT_EQ(due({at_once}, "2026-01-20", kFull), "as it was") << "an import came after it";
}

}  // namespace
}  // namespace handbell::reg
