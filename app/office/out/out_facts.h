// What the page Out of school reads of a day, once for each request.
#pragma once

#include "app/office/web/door_going.h"
#include "app/office/web/visit.h"
#include "app/register/door_reason.h"
#include "app/register/leave_cases.h"
#include "app/register/presence.h"
#include "app/register/release_check.h"
#include "app/store/register.h"

namespace handbell::office {

inline constexpr int kDaysAhead = 60;  ///< for which who may collect is written down

struct OutFacts {
  std::shared_ptr<const reg::School> school;
  reg::PresenceFacts known;
  std::map<std::string, std::string> doors;  ///< the kiosk's name by the journal that it wrote
  std::vector<reg::Release> releases;        ///< of today
  reg::CollectLists lists;
  std::vector<reg::DayNoteGiven> notes;        ///< of today and the days to come
  std::vector<reg::Appointment> appointments;  ///< of today and the days to come
  std::vector<DoorGoing> goings;               ///< handed over at a door today
};

/// Faults: those of reading.
[[nodiscard]] Result<OutFacts> read_out(const Visit& visit, store::Register& held);

/// Names a request in a form: "a1a1a1-7-17".
[[nodiscard]] std::string key_of(const reg::Release& release);
[[nodiscard]] const reg::Release* release_of_key(const OutFacts& facts, const std::string& key);
/// Null where there is no such child.
[[nodiscard]] const reg::PupilRecord* child_named(const reg::School& school,
                                                  const std::string& typed);
/// Why a child goes, as the school words it; who felt unwell is sent home ill.
[[nodiscard]] std::vector<reg::DoorReason> reasons_to_go(const reg::School& school);

/// Before the key of a request whose hand-over at the door is taken back.
inline constexpr std::string_view kDoorUndo = "door-";

/// Null where it was not handed over at a door.
[[nodiscard]] const DoorGoing* going_of(const OutFacts& facts, const reg::Release& release);

/// Faults: those of the store. Takes back what a door saw.
[[nodiscard]] Status take_back(const Visit& visit, store::Register& held,
                               const reg::EventRef& what);
/// Faults: those of the store. Takes back entries of our own.
[[nodiscard]] Status take_back(const Visit& visit, store::Register& held, std::uint64_t entry);

}  // namespace handbell::office
