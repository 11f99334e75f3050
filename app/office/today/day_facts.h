// All that the register holds of one day, as the page Today needs it.
#pragma once

#include "app/office/web/door_going.h"
#include "app/register/afternoon.h"
#include "app/register/day_note.h"
#include "app/register/mark.h"
#include "app/register/presence_event.h"
#include "app/register/release.h"
#include "app/register/store.h"

#include <vector>

namespace handbell::office {

struct DayFacts {
  SchoolDay day;
  std::vector<reg::SeenEvent> events;
  std::vector<reg::Mark> morning;  ///< the current marks
  std::vector<reg::Mark> afternoon;
  std::vector<reg::PresenceFact> told;        ///< by people
  std::vector<reg::ReleaseGiven> releases;    ///< answers to who asked for a child
  std::vector<reg::DayNoteGiven> notes = {};  ///< what the office wrote beside the marks
  std::vector<DoorGoing> goings = {};         ///< children whom staff handed over at a door
};

/// Who left and was not back for the afternoon's register (D18).
[[nodiscard]] std::vector<reg::AfternoonLine> afternoon_of(const DayFacts& day,
                                                           const reg::School& school, Instant now);

/// Faults: those of reading.
[[nodiscard]] Result<DayFacts> day_facts(store::Register& held, SchoolDay day);

}  // namespace handbell::office
