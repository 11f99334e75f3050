// A pupil inside Handbell. A UPN may be missing, wrong or change; this never does.
#pragma once

#include <compare>
#include <cstdint>

namespace handbell {

/// The register's own number of a pupil, 1 and up; 0 is nobody's and is never stored.
class PupilId {
 public:
  constexpr PupilId() = default;
  constexpr explicit PupilId(std::int64_t number) : number_(number) {}

  [[nodiscard]] constexpr std::int64_t number() const { return number_; }
  friend constexpr auto operator<=>(PupilId, PupilId) = default;

 private:
  std::int64_t number_ = 0;
};

}  // namespace handbell
