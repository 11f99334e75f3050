#include "app/register/leave_cases.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg::appointments_test {
namespace {

const Author kOffice = *Author::parse("R Patel, Office manager");

DoorAppointment away(const char* leaves, const char* back) {
  DoorAppointment made;
  made.day = on("2026-01-12");
  if (*leaves != '\0') made.leaves = at_time(leaves);
  if (*back != '\0') made.back_at = at_time(back);
  return made;
}

bool goes(const DoorAppointment& to, const char* at, const char* day = "2026-01-12") {
  return is_time_to_go(to, on(day), at_time(at));
}

bool comes(const DoorAppointment& from, const char* at) {
  return is_time_to_come(from, on("2026-01-12"), at_time(at));
}

TEST(Appointment, whoever_is_fetched_from_an_hour_before_until_the_return_goes_to_it) {
  const auto dentist = away("10:30", "11:30");
  EXPECT_FALSE(goes(dentist, "09:29"));
  EXPECT_TRUE(goes(dentist, "09:30"));
  EXPECT_TRUE(goes(dentist, "11:29"));
  EXPECT_FALSE(goes(dentist, "11:30")) << "it is over";
  EXPECT_FALSE(goes(dentist, "10:30", "2026-01-13"));
  EXPECT_TRUE(goes(away("13:00", ""), "15:00")) << "not back that day";
  EXPECT_FALSE(goes(away("", "10:30"), "09:30")) << "comes from home: nobody fetches the child";
}

TEST(Appointment, whoever_comes_until_half_an_hour_after_the_time_told_comes_from_it) {
  const auto doctor = away("", "08:50");
  EXPECT_TRUE(comes(doctor, "08:45"));
  EXPECT_TRUE(comes(doctor, "09:20"));
  EXPECT_FALSE(comes(doctor, "09:21")) << "that is long after";
  EXPECT_FALSE(comes(away("13:00", "14:00"), "08:50")) << "it has not begun";
  EXPECT_FALSE(comes(away("", ""), "08:50")) << "nobody expects the child that day";
}

TEST(Appointment, says_its_times_and_not_what_it_is_for) {
  EXPECT_EQ(appointment_words(away("10:30", "11:30")), "leaves 10:30, back 11:30");
  EXPECT_EQ(appointment_words(away("13:00", "")), "leaves 13:00, not back today");
  EXPECT_EQ(appointment_words(away("", "10:30")), "expected 10:30");
  EXPECT_EQ(appointment_words(away("", "")), "away all day");
}

DayNoteGiven asked(std::uint64_t entry, LeaveKind kind, const char* leaves) {
  LeaveRequest request{{PupilId(1), PupilId(2)},
                       {on("2026-01-12"), Half::am},
                       {on("2026-01-12"), Half::pm},
                       kind,
                       {},
                       "dentist",
                       "mother",
                       instant("2026-01-11T09:00:00"),
                       at_time(leaves),
                       {},
                       kOffice};
  return {entry, {}, request};
}

DayNoteGiven decided(std::uint64_t entry, std::uint64_t request, LeaveAnswer answer) {
  return {entry,
          {},
          LeaveDecision{request,
                        {PupilId(1), PupilId(2)},
                        on("2026-01-12"),
                        answer,
                        {on("2026-01-12"), Half::am},
                        {on("2026-01-12"), Half::pm},
                        reg::code_of("M"),
                        0,
                        "noted",
                        kOffice}};
}

TEST(Appointment, is_of_each_child_that_was_asked_for_and_stands_only_where_it_was_granted) {
  auto notes =
      std::vector{asked(1, LeaveKind::appointment, "10:30"), decided(2, 1, LeaveAnswer::granted),
                  asked(3, LeaveKind::appointment, "13:00"), decided(4, 3, LeaveAnswer::refused),
                  asked(5, LeaveKind::exceptional, "09:30"), decided(6, 5, LeaveAnswer::granted)};
  const auto found = appointments_of(leave_cases(notes));
  ASSERT_EQ(found.size(), 2U) << "the two children of the first";
  ASSERT_NE(appointment_of(found, PupilId(2), on("2026-01-12")), nullptr);
  EXPECT_EQ(appointment_of(found, PupilId(2), on("2026-01-12"))->leaves, at_time("10:30"));
  EXPECT_EQ(appointment_of(found, PupilId(2), on("2026-01-13")), nullptr);
  EXPECT_EQ(appointment_of(found, PupilId(3), on("2026-01-12")), nullptr);
  notes[1].back = TakenBack{{}, {}, "typed in error", kOffice};
  EXPECT_TRUE(appointments_of(leave_cases(notes)).empty());
}

}  // namespace
}  // namespace handbell::reg::appointments_test
