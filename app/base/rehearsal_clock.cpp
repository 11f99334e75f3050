#include "app/base/rehearsal_clock.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace handbell {

namespace {

constexpr std::string_view kFirstLine = "handbell rehearsal clock 1";
constexpr double kSlowest = 0.001;
constexpr double kFastest = 3600.0;

Result<std::int64_t> milli_rate(double rate) {
  if (!(rate >= kSlowest && rate <= kFastest)) {
    return fail(FaultCode::bad_number, fmt::format("rate {}", rate));
  }
  return static_cast<std::int64_t>(std::llround(rate * 1000.0));
}

/// The number behind "name " on a line of its own.
std::optional<std::int64_t> field(const std::vector<std::string>& lines, std::size_t at,
                                  std::string_view name) {
  if (at >= lines.size() || !lines[at].starts_with(name)) return std::nullopt;
  return whole_number(std::string_view(lines[at]).substr(name.size()));
}

}  // namespace

Result<RehearsalClock> RehearsalClock::started(Instant wall, Steady steady, double rate) {
  const auto milli = milli_rate(rate);
  if (!milli) return fail(milli.error());
  RehearsalClock clock;
  clock.base_wall_ = wall;
  clock.base_steady_ = steady;
  clock.rate_milli_ = *milli;
  return clock;
}

Result<RehearsalClock> RehearsalClock::parse(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto wall = field(lines, 1, "wall ");
  const auto steady = field(lines, 2, "steady ");
  const auto rate = field(lines, 3, "rate ");
  const auto held = field(lines, 4, "held ");
  const bool whole = lines.front() == kFirstLine && wall && steady && rate && held;
  if (!whole || *rate < 1 || *rate > 3'600'000 || (*held != 0 && *held != 1)) {
    return fail(FaultCode::bad_clock_file, lines.front());
  }
  RehearsalClock clock;
  clock.base_wall_ = Instant{*wall};
  clock.base_steady_ = Steady{*steady};
  clock.rate_milli_ = *rate;
  clock.held_ = *held == 1;
  return clock;
}

std::string RehearsalClock::text() const {
  return fmt::format("{}\nwall {}\nsteady {}\nrate {}\nheld {}\n", kFirstLine, base_wall_.ms,
                     base_steady_.ms, rate_milli_, held_ ? 1 : 0);
}

Instant RehearsalClock::wall_at(Steady now) const {
  if (held_) return base_wall_;
  const std::int64_t passed = std::max<std::int64_t>(0, (now - base_steady_).count);
  return base_wall_ + Millis{passed * rate_milli_ / 1000};
}

RehearsalClock RehearsalClock::held_at(Steady now) const {
  RehearsalClock clock = *this;
  clock.base_wall_ = wall_at(now);
  clock.base_steady_ = now;
  clock.held_ = true;
  return clock;
}

Result<RehearsalClock> RehearsalClock::with_rate(Steady now, double rate) const {
  return started(wall_at(now), now, rate);
}

RehearsalClock RehearsalClock::stepped(Steady now, Millis by) const {
  RehearsalClock clock = *this;
  clock.base_wall_ = wall_at(now) + by;
  clock.base_steady_ = now;
  return clock;
}

}  // namespace handbell
