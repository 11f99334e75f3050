// Who came and went today, as far as this door knows.
//
// A child whom nobody saw here may be in all the same: most come with their class. So "in" is what
// this door has written, and nothing more.
#pragma once

#include "app/kiosk/flow/state.h"

namespace handbell::kiosk {

enum class Seen : std::uint8_t { not_yet, in, out };

/// Takes up what is on the disk.
void remember(State& state, const reg::DoorEvent& event, std::uint64_t seq);

/// What this door handed over, and the book before knew of while this one does not: people took it
/// back, and it counts here no more.
void forget_taken_back(State& state, const reg::DoorBook& before);

/// The children whom the office handed over by this book are out, each from its time on (D49); who
/// stood there before and does not any more was never out.
void remember_handed_over(State& state, const std::vector<reg::DoorRelease>& releases);

[[nodiscard]] Seen seen_today(const State& state, PupilId pupil, const reg::DoorMoment& at);
/// The newest going or coming back of today where it is newer than the newest arrival.
[[nodiscard]] const SeenPass* last_pass(const State& state, PupilId pupil,
                                        const reg::DoorMoment& at);

/// Within one start of the machine and half a day: what tells of one day where the clock is not
/// trusted.
[[nodiscard]] bool same_start(const reg::DoorMoment& a, const reg::DoorMoment& b);

/// The session of a wall time that is trusted, else none.
[[nodiscard]] std::optional<SessionId> session_of(const reg::DoorMoment& at);
/// The day of a trusted time; else the day on which the door book was made.
[[nodiscard]] std::optional<SchoolDay> day_at(const State& state, const reg::DoorMoment& at);

}  // namespace handbell::kiosk
