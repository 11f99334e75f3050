#include "app/base/school_time.h"

#include "app/base/text.h"

#include <date/tz.h>
#include <fmt/format.h>

namespace handbell {

namespace {

const date::time_zone* london() {
  static const date::time_zone* const kZone = date::locate_zone("Europe/London");
  return kZone;
}

}  // namespace

Result<LocalMoment> to_local(Instant at) {
  // Invariant: what is handed to the time zone lies in years that it can print.
  constexpr std::int64_t kFarPast = -2'300'000'000'000;
  constexpr std::int64_t kFarFuture = 7'300'000'000'000;
  if (at.ms < kFarPast || at.ms > kFarFuture) {
    return fail(FaultCode::bad_date, std::to_string(at.ms));
  }
  const date::sys_time<std::chrono::milliseconds> utc{std::chrono::milliseconds{at.ms}};
  const auto info = london()->get_info(date::floor<std::chrono::seconds>(utc));
  const auto local = utc.time_since_epoch() + info.offset;
  const auto days = date::floor<date::days>(local);
  const auto day = SchoolDay::from_number(days.count());
  if (!day) return fail(day.error());
  const auto in_day = std::chrono::duration_cast<std::chrono::milliseconds>(local - days);
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(info.offset).count();
  return LocalMoment{*day, TimeOfDay::from_ms(in_day.count()), static_cast<int>(offset)};
}

Instant from_local(SchoolDay day, TimeOfDay time) {
  const date::local_time<std::chrono::milliseconds> local{date::days{day.number()} +
                                                          std::chrono::milliseconds{time.ms()}};
  const auto info = london()->get_info(date::floor<std::chrono::seconds>(local));
  const auto utc = local.time_since_epoch() - info.first.offset;
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(utc).count()};
}

std::string with_offset(Instant at) {
  const auto local = to_local(at);
  if (!local) return std::to_string(at.ms);
  return fmt::format("{}T{}{}{:02}:{:02}", local->day.text(), local->time.hh_mm_ss(),
                     local->offset_minutes < 0 ? '-' : '+', std::abs(local->offset_minutes) / 60,
                     std::abs(local->offset_minutes) % 60);
}

Result<Instant> parse_local(std::string_view text) {
  const auto parts = split(trimmed(text), 'T');
  if (parts.size() != 2) return fail(FaultCode::bad_time, std::string(text));
  const auto day = SchoolDay::parse(parts[0]);
  if (!day) return fail(day.error());
  const auto time = TimeOfDay::parse(parts[1]);
  if (!time) return fail(time.error());
  return from_local(*day, *time);
}

}  // namespace handbell
