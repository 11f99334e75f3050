// One of each kind of what the office writes down beside the marks, for tests.
#pragma once

#include "app/register/day_note.h"

#include <vector>

namespace handbell {

inline const Instant kNoted{1'768'208'400'000};  ///< Monday 12 January 2026, 09:00

inline std::vector<reg::DayNote> one_of_each_note() {
  const auto by = *reg::Author::from("Zoë O'Neill", "office manager");
  const auto day = *SchoolDay::parse("2026-01-12");
  return {
      reg::CallAttempt{PupilId(1), "", 2, "Nadia Khan", kNoted, reg::CallResult::coming,
                       kNoted + hours(1), "after the dentist", by},
      reg::CallAttempt{{}, "Owls", 0, "", kNoted, reg::CallResult::class_answered, {}, "", by},
      reg::DayCollector{PupilId(2), day, *NamePart::parse("Łucja Wójcik"), "neighbour", "Ann Ross",
                        "by telephone", "the order allows her", by},
      reg::LeaveRequest{{PupilId(1), PupilId(2)},
                        {day, Half::pm},
                        {day.plus(4), Half::am},
                        reg::LeaveKind::exceptional,
                        *reg::AttendancePattern::parse("1111110111"),
                        "funeral of a grandparent in Gdańsk",
                        "Nadia Khan, mother",
                        kNoted - hours(48),
                        {},
                        {},
                        by},
      reg::LeaveRequest{{PupilId(3)},
                        {day, Half::am},
                        {day, Half::pm},
                        reg::LeaveKind::appointment,
                        {},
                        "dentist",
                        "Ann Lewis",
                        kNoted,
                        TimeOfDay::from_ms(hours(10).count),
                        TimeOfDay::from_ms(hours(11).count),
                        by},
      reg::LeaveDecision{7,
                         {PupilId(1), PupilId(2)},
                         day,
                         reg::LeaveAnswer::partly,
                         {day, Half::pm},
                         {day.plus(1), Half::pm},
                         reg::code_of("C"),
                         3,
                         "the funeral and the journey",
                         by},
      reg::RollStep{reg::RollKind::real, 0, kNoted, by},
      reg::RollStep{reg::RollKind::drill, 7, kNoted + minutes(6), by},
      reg::RollTicks{7,
                     {{0xFEDC'BA98'7654'3210U, PupilId(1), reg::RollSaid::here, kNoted, {}},
                      {2, PupilId(2), reg::RollSaid::not_here, kNoted + seconds(1), {}},
                      {3, PupilId(1), reg::RollSaid::with_adult, kNoted + seconds(2),
                       *NamePart::parse("Łucja Wójcik")}},
                     "iPhone",
                     by},
      reg::SeenTo{"class-2-0845", PupilId(2), "Ben Ross was not seen in class at 08:45.",
                  "in the library", kNoted, by},
      reg::SeenTo{"evacuation-0900", {}, "Leave the building.", "", kNoted, by},
      reg::OtherMark{PupilId(1), {day, Half::am}, reg::code_of("U"), 31, "marks.csv", kNoted, by},
      reg::OtherMark{PupilId(2), {day, Half::pm}, reg::code_of("I"), {}, "marks.csv", kNoted, by},
      reg::RecordChange{PupilId(2), day, "see_office", "no", "yes", "the mother asked", by}};
}

}  // namespace handbell
