// A meeting about a child's attendance: support (policy 5, stage three, Appendix 1), a contract
// (stage four, Appendix 2), or another one, as a Team Around the Child (policy 6).
//
// It is planned, then held or cancelled; each step is an entry of its own that names the first one.
// It may be held by telephone. What was agreed stands here in a few words, and a day on which it is
// looked at again; whatever else belongs to the case is the school's safeguarding record's.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/time_of_day.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class MeetingKind : std::uint8_t { support = 1, contract = 2, other = 3 };
inline constexpr MeetingKind kLastMeetingKind = MeetingKind::other;
[[nodiscard]] std::string_view text_of(MeetingKind kind);   ///< "support"
[[nodiscard]] std::string_view words_of(MeetingKind kind);  ///< "attendance meeting"
[[nodiscard]] Result<MeetingKind> parse_meeting_kind(std::string_view text);  ///< bad_choice

enum class MeetingState : std::uint8_t { planned = 1, held = 2, cancelled = 3 };
inline constexpr MeetingState kLastMeetingState = MeetingState::cancelled;
[[nodiscard]] std::string_view text_of(MeetingState state);                     ///< "planned"
[[nodiscard]] std::string_view words_of(MeetingState state);                    ///< "planned"
[[nodiscard]] Result<MeetingState> parse_meeting_state(std::string_view text);  ///< bad_choice

/// Characters of what was agreed.
inline constexpr std::size_t kLongestStrategies = 1500;

struct Meeting {
  PupilId pupil;
  MeetingKind kind = MeetingKind::support;
  MeetingState state = MeetingState::held;
  std::uint64_t of = 0;  ///< the entry that began this meeting; 0: this one does
  SchoolDay day;
  std::optional<TimeOfDay> at;      ///< a whole minute
  std::string place;                ///< "Room 2", or "by telephone"
  std::string present;              ///< who is invited, and once it was held who was there
  std::string strategies;           ///< what was agreed; cancelled: why
  std::optional<SchoolDay> review;  ///< looked at again
  Author by;
  friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// Faults: entry_incomplete, entry_too_long, dates_crossed where the review is not behind it.
[[nodiscard]] Status complete(const Meeting& meeting);

}  // namespace handbell::reg
