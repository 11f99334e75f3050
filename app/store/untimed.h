// On which day does an event count whose kiosk did not know the time (D17)?
//
// 1. As long as nobody knows when it happened: on the day on which the office received it, and on
// no
//    other. A child who came then is on that day's list in a fire; nobody is "at the door" for
//    ever.
// 2. Once the time of the kiosk's start is known: on the day on which it happened (D28).
// 3. What somebody answered or took back meanwhile stays where that was said.
#pragma once

#include "app/register/door_times.h"
#include "app/register/release.h"

#include <optional>

namespace handbell::store {

[[nodiscard]] std::optional<reg::DoorMoment> moment_of(const reg::DoorEvent& event);

/// Of which start of the machine it is, as its moment or a known clock says; 0: it says nothing.
[[nodiscard]] std::uint64_t boot_of(const reg::DoorEvent& event);

/// The day on which it happened; nothing while that is not known.
[[nodiscard]] std::optional<SchoolDay> day_happened(const reg::SeenEvent& seen,
                                                    const reg::DoorTimes& times);

/// Whether somebody answered it or took it back.
[[nodiscard]] bool is_spoken_of(const reg::EventRef& ref,
                                const std::vector<reg::PresenceFact>& told,
                                const std::vector<reg::ReleaseGiven>& answers);

}  // namespace handbell::store
