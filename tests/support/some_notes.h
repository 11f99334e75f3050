// One of each kind of what the office writes down beside the marks, for tests.
#pragma once

#include "app/register/day_note.h"

#include <vector>

namespace handbell {

inline const Instant kNoted{1'768'208'400'000};  ///< Monday 12 January 2026, 09:00

inline std::vector<reg::DayNote> one_of_each_note() {
  const auto by = *reg::Author::from("Zoë O'Neill", "office manager");
  const auto day = *SchoolDay::parse("2026-01-12");
  return {reg::CallAttempt{PupilId(1), "", 2, "Nadia Khan", kNoted, reg::CallResult::coming,
                           kNoted + hours(1), "after the dentist", by},
          reg::CallAttempt{{}, "Owls", 0, "", kNoted, reg::CallResult::class_answered, {}, "", by},
          reg::DayCollector{PupilId(2), day, *NamePart::parse("Łucja Wójcik"), "neighbour",
                            "Ann Ross", "by telephone", "the order allows her", by}};
}

}  // namespace handbell
