// A moment, and a length of time.
#pragma once

#include <compare>
#include <cstdint>

namespace handbell {

/// Milliseconds; may be negative.
struct Millis {
  std::int64_t count = 0;

  friend constexpr auto operator<=>(Millis, Millis) = default;
  friend constexpr Millis operator+(Millis a, Millis b) { return {a.count + b.count}; }
  friend constexpr Millis operator-(Millis a, Millis b) { return {a.count - b.count}; }
};

[[nodiscard]] constexpr Millis seconds(std::int64_t n) { return {n * 1000}; }
[[nodiscard]] constexpr Millis minutes(std::int64_t n) { return {n * 60'000}; }
[[nodiscard]] constexpr Millis hours(std::int64_t n) { return {n * 3'600'000}; }

/// A moment of the world: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;

  friend constexpr auto operator<=>(Instant, Instant) = default;
  friend constexpr Instant operator+(Instant at, Millis by) { return {at.ms + by.count}; }
  friend constexpr Instant operator-(Instant at, Millis by) { return {at.ms - by.count}; }
  friend constexpr Millis operator-(Instant a, Instant b) { return {a.ms - b.ms}; }
};

/// A moment of this machine: milliseconds since it started. Never jumps; means nothing elsewhere.
struct Steady {
  std::int64_t ms = 0;

  friend constexpr auto operator<=>(Steady, Steady) = default;
  friend constexpr Steady operator+(Steady at, Millis by) { return {at.ms + by.count}; }
  friend constexpr Millis operator-(Steady a, Steady b) { return {a.ms - b.ms}; }
};

}  // namespace handbell
