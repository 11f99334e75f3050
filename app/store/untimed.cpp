#include "app/store/untimed.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::store {

std::optional<reg::DoorMoment> moment_of(const reg::DoorEvent& event) {
  return std::visit(
      [](const auto& e) -> std::optional<reg::DoorMoment> {
        if constexpr (requires { e.at; }) {
          return e.at;
        } else {
          return std::nullopt;
        }
      },
      event);
}

std::uint64_t boot_of(const reg::DoorEvent& event) {
  if (const auto* known = std::get_if<reg::ClockKnown>(&event)) return known->boot;
  const auto at = moment_of(event);
  return at ? at->boot : 0;
}

std::optional<SchoolDay> day_happened(const reg::SeenEvent& seen, const reg::DoorTimes& times) {
  const auto moment = moment_of(seen.event);
  const auto at = moment ? times.time_of(seen.ref, *moment) : std::nullopt;
  const auto local = at ? to_local(*at) : fail(FaultCode::bad_date, "");
  return local ? std::optional(local->day) : std::nullopt;
}

bool is_spoken_of(const reg::EventRef& ref, const std::vector<reg::PresenceFact>& told,
                  const std::vector<reg::ReleaseGiven>& answers) {
  const bool taken_back = std::ranges::any_of(told, [&](const reg::PresenceFact& fact) {
    const auto* back = std::get_if<reg::TakenBack>(&fact.event);
    return back != nullptr && back->what == ref;
  });
  return taken_back || std::ranges::any_of(answers, [&](const reg::ReleaseGiven& given) {
           return given.what.request == ref;
         });
}

}  // namespace handbell::store
