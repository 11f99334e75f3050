// An appointment that a family told us of beforehand (D04, D18), as a door and the office's pages
// ask about it: when the child goes, and when it is expected back.
//
// What it is for stays in the request for leave. At the door it changes what is asked, never what
// is shown: a stranger learns nothing, and no mark follows from it that a notice does not make.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/school_day.h"
#include "app/base/time_of_day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

struct DoorAppointment {
  SchoolDay day;
  std::optional<TimeOfDay> leaves;   ///< none: the child comes from home
  std::optional<TimeOfDay> back_at;  ///< none: not that day
  friend bool operator==(const DoorAppointment&, const DoorAppointment&) = default;
};

/// So long before the time that was told somebody may fetch the child for it, and so long after it
/// the child is expected still.
inline constexpr Millis kAppointmentEarly = minutes(60);
inline constexpr Millis kAppointmentLate = minutes(30);

/// The reason's key, for a door and its list.
inline constexpr const char* kAppointmentReason = "appointment";

/// Whoever is fetched then goes to it: from an hour before until the child is to be back.
[[nodiscard]] bool is_time_to_go(const DoorAppointment& appointment, SchoolDay day, TimeOfDay at);

/// Whoever comes then comes from it: until half an hour after the child was expected.
[[nodiscard]] bool is_time_to_come(const DoorAppointment& appointment, SchoolDay day, TimeOfDay at);

/// "leaves 10:30, back 11:30"; "expected 10:30"; "leaves 13:00, not back today"; "away all day".
[[nodiscard]] std::string appointment_words(const DoorAppointment& appointment);

struct Appointment {
  PupilId pupil;
  DoorAppointment what;
  friend bool operator==(const Appointment&, const Appointment&) = default;
};

/// The one of this child that day, or null; of several the earliest.
[[nodiscard]] const DoorAppointment* appointment_of(const std::vector<Appointment>& all,
                                                    PupilId pupil, SchoolDay day);

}  // namespace handbell::reg
