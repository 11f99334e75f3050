// One child of the call list, with all that whoever rings needs to know.
#pragma once

#include "app/office/calls/calls.h"

namespace handbell::office {

[[nodiscard]] RingChild ring_child(const Visit& visit, const CallsRead& read,
                                   const reg::PupilRecord& pupil, int day);

/// "Sara Khan, Mother".
[[nodiscard]] std::string contact_words(const reg::Contact& contact);

/// "Day two", "Day 14".
[[nodiscard]] std::string day_words(int day);

/// The reason that the newest mark gave, before today; nothing where none was known.
[[nodiscard]] std::optional<reg::Code> known_reason(const CallsRead& read, PupilId pupil);

/// The adults of a child's list as choices, "Somebody else" behind them.
[[nodiscard]] std::vector<Choice> who_told(const CallsRead& read, PupilId pupil);

}  // namespace handbell::office
