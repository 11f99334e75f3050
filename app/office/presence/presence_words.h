// Where a child is and how we know, in the office's words.
#pragma once

#include "app/register/door_times.h"
#include "app/register/presence.h"
#include "app/register/presence_event.h"

#include <map>
#include <string>
#include <string_view>

namespace handbell::office {

/// "on-site", "at-door", "out-expected", "out", "elsewhere": as addresses have it.
[[nodiscard]] std::string_view key_of_place(reg::Place place);
/// "In school", "At the door, not yet seen", "Out, expected back", "Out", "Away with the school".
[[nodiscard]] std::string_view name_of_place(reg::Place place);

/// Of one child: "In school since 08:41", "Not come", "Left at 15:20", "Put out by the close".
[[nodiscard]] std::string place_words(const reg::Whereabouts& where);
/// With whom, why, back by when: "with Sara Bell, Museum, back by 14:30". May be empty.
[[nodiscard]] std::string company_words(const reg::Whereabouts& where);

/// "Museum (trip)", and where the name says the kind already, the name alone.
[[nodiscard]] std::string group_words(const reg::MovementDraft& moved);
/// "left", "came in", "is back", "went home".
[[nodiscard]] std::string_view movement_verb(reg::GroupKind kind, reg::Direction direction);

/// What one fact says of one child, with its time and its author.
class FactWords {
 public:
  explicit FactWords(const reg::PresenceFacts& facts);

  /// "Register of Owls at 08:41, by J Okoro, Class teacher"; empty where there is no such fact.
  [[nodiscard]] std::string of(const reg::EventRef& ref) const;
  [[nodiscard]] const reg::DoorTimes& times() const { return times_; }

 private:
  reg::DoorTimes times_;
  std::map<reg::EventRef, const reg::DoorEvent*> door_;
  std::map<reg::EventRef, const reg::PresenceEvent*> people_;
};

/// "Card at the door", "Name found at the door"; of leaving "Card at the door, going out".
[[nodiscard]] std::string door_event_words(const reg::Arrived& came);
[[nodiscard]] std::string door_event_words(const reg::Passed& passed);
[[nodiscard]] std::string door_event_words(const reg::DoorHandOver& gone);
/// "Left at 09:30 with Sara Khan, dentist, back by 11:30"; "Seen at 10:05, was in the library".
[[nodiscard]] std::string single_words(const reg::SingleEntry& entry);

}  // namespace handbell::office
