// Whether the list of where each mark's entry stands is the one that follows from the entries.
//
// Both are summed up by a keyed hash of each place, with a key made for this one check: the sums
// are equal if the lists are, in whatever order they come, and nobody who changed the file can
// have made them so. A list of millions is compared without looking for each.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/session_id.h"

#include <array>
#include <cstdint>

namespace handbell::store {

using PlaceKey = std::array<std::uint8_t, 16>;  ///< random

class MarkPlaces {
 public:
  explicit MarkPlaces(const PlaceKey& key) : key_(key) {}

  void add(SessionId session, PupilId pupil, std::uint64_t entry) {
    add(session.day.number(), static_cast<std::int64_t>(session.half), pupil.number(), entry);
  }
  /// As a row of `mark` has it.
  void add(std::int64_t day, std::int64_t half, std::int64_t pupil, std::uint64_t entry);

  friend bool operator==(const MarkPlaces&, const MarkPlaces&) = default;

 private:
  PlaceKey key_;
  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
};

}  // namespace handbell::store
