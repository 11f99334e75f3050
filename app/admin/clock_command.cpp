// The rehearsal's clock.
#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

constexpr std::size_t kLongestClock = 4096;

Result<RehearsalClock> clock_of(const Site& site) {
  if (!site.config().rehearsal) return fail(FaultCode::not_rehearsal, site.folder());
  const auto text = store::read_file(site.clock_path(), kLongestClock);
  if (!text) return fail(FaultCode::bad_clock_file, site.clock_path());
  return RehearsalClock::parse(*text);
}

Result<std::string> keep(const Site& site, const RehearsalClock& clock) {
  if (Status kept = store::write_file(site.clock_path(), clock.text()); !kept) {
    return fail(kept.error());
  }
  return fmt::format("It is {}{}.\n", with_offset(clock.wall_at(store::steady_now())),
                     clock.is_held() ? ", and the clock is held" : "");
}

Result<Millis> length_of(const std::string& text) {
  const auto end = text.find_first_not_of("0123456789");
  const auto number = whole_number(text.substr(0, end));
  const std::string unit = end == std::string::npos ? "" : text.substr(end);
  const std::int64_t each = unit == "ms"  ? 1
                            : unit == "s" ? 1000
                            : unit == "m" ? 60'000
                            : unit == "h" ? 3'600'000
                                          : 0;
  constexpr std::int64_t kMost = 1'000'000;
  if (!number || each == 0 || *number > kMost) return fail(FaultCode::bad_number, text);
  return Millis{*number * each};
}

}  // namespace

Result<std::string> clock_set(const Site& site, const std::string& local, double rate) {
  if (!site.config().rehearsal) return fail(FaultCode::not_rehearsal, site.folder());
  const auto at = parse_local(local);
  if (!at) return fail(at.error());
  const auto clock = RehearsalClock::started(*at, store::steady_now(), rate);
  if (!clock) return fail(clock.error());
  return keep(site, *clock);
}

Result<std::string> clock_hold(const Site& site) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  return keep(site, clock->held_at(store::steady_now()));
}

Result<std::string> clock_rate(const Site& site, double rate) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  const auto changed = clock->with_rate(store::steady_now(), rate);
  if (!changed) return fail(changed.error());
  return keep(site, *changed);
}

Result<std::string> clock_step(const Site& site, const std::string& by) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  const auto length = length_of(by);
  if (!length) return fail(length.error());
  return keep(site, clock->stepped(store::steady_now(), *length));
}

}  // namespace handbell::admin
