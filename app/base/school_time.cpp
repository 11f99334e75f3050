#include "app/base/school_time.h"

#include "app/base/text.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace handbell {

namespace {

const date::time_zone* london() {
  static const date::time_zone* const kZone = date::locate_zone("Europe/London");
  return kZone;
}

// Invariant: what is handed to the time zone lies in years that it can print.
constexpr std::int64_t kFarPast = -2'300'000'000'000;
constexpr std::int64_t kFarFuture = 7'300'000'000'000;

/// From this second on the clocks are so many seconds ahead of UTC.
struct Offset {
  std::int64_t since = 0;
  std::int64_t ahead = 0;
};

/// Every change of London's clocks, asked for once: a tap asks several times.
std::vector<Offset> all_offsets() {
  std::vector<Offset> offsets;
  date::sys_seconds at{std::chrono::seconds{kFarPast / 1000 - 1}};
  const date::sys_seconds end{std::chrono::seconds{kFarFuture / 1000 + 1}};
  while (at < end) {
    const auto info = london()->get_info(at);
    offsets.push_back({at.time_since_epoch().count(), info.offset.count()});
    at = info.end;
  }
  return offsets;
}

std::int64_t ahead_at(std::int64_t second) {
  static const std::vector<Offset> kOffsets = all_offsets();
  const auto next =
      std::upper_bound(kOffsets.begin(), kOffsets.end(), second,
                       [](std::int64_t wanted, const Offset& each) { return wanted < each.since; });
  return std::prev(next)->ahead;
}

std::int64_t floored(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

Result<LocalMoment> to_local(Instant at) {
  constexpr std::int64_t kDay = 86'400'000;
  if (at.ms < kFarPast || at.ms > kFarFuture) {
    return fail(FaultCode::bad_date, std::to_string(at.ms));
  }
  const std::int64_t ahead = ahead_at(floored(at.ms, 1000));
  const std::int64_t local = at.ms + ahead * 1000;
  const std::int64_t days = floored(local, kDay);
  const auto day = SchoolDay::from_number(days);
  if (!day) return fail(day.error());
  return LocalMoment{*day, TimeOfDay::from_ms(local - days * kDay), static_cast<int>(ahead / 60)};
}

Instant from_local(SchoolDay day, TimeOfDay time) {
  const date::local_time<std::chrono::milliseconds> local{date::days{day.number()} +
                                                          std::chrono::milliseconds{time.ms()}};
  const auto info = london()->get_info(date::floor<std::chrono::seconds>(local));
  const auto utc = local.time_since_epoch() - info.first.offset;
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(utc).count()};
}

std::string local_hh_mm(Instant at) {
  const auto local = to_local(at);
  return local ? local->time.hh_mm() : "";
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
