#include "app/register/appointment.h"

namespace handbell::reg {

namespace {

/// When the child is away first: from the morning on where it comes from home.
TimeOfDay begins(const DoorAppointment& appointment) {
  return appointment.leaves.value_or(TimeOfDay());
}

}  // namespace

bool is_time_to_go(const DoorAppointment& appointment, SchoolDay day, TimeOfDay at) {
  if (appointment.day != day || !appointment.leaves) return false;
  const bool early = appointment.leaves->ms() - at.ms() > kAppointmentEarly.count;
  return !early && (!appointment.back_at || at < *appointment.back_at);
}

bool is_time_to_come(const DoorAppointment& appointment, SchoolDay day, TimeOfDay at) {
  if (appointment.day != day || !appointment.back_at || at < begins(appointment)) return false;
  return at.ms() - appointment.back_at->ms() <= kAppointmentLate.count;
}

std::string appointment_words(const DoorAppointment& appointment) {
  const auto& [day, leaves, back_at] = appointment;
  if (!leaves) return back_at ? "expected " + back_at->hh_mm() : "away all day";
  return "leaves " + leaves->hh_mm() +
         (back_at ? ", back " + back_at->hh_mm() : std::string(", not back today"));
}

const DoorAppointment* appointment_of(const std::vector<Appointment>& all, PupilId pupil,
                                      SchoolDay day) {
  const DoorAppointment* found = nullptr;
  for (const auto& one : all) {
    if (one.pupil != pupil || one.what.day != day) continue;
    if (found == nullptr || begins(one.what) < begins(*found)) found = &one.what;
  }
  return found;
}

}  // namespace handbell::reg
