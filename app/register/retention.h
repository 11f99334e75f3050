// How long the register keeps an entry: six years from the day it was made, and every amendment of
// a mark with it until the youngest of them is six years old (regulation 7; policy 3.1; D39).
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/session_id.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace handbell::reg {

/// The last day on which an entry made on that day is kept. 29 February ends with 28 February.
[[nodiscard]] SchoolDay register_kept_through(SchoolDay made);

/// An entry of a mark: whose, and when it was made.
struct MarkMade {
  SessionId session;
  PupilId pupil;
  std::uint64_t entry = 0;
  SchoolDay made;
  friend auto operator<=>(const MarkMade&, const MarkMade&) = default;
};

/// The entries of whole chains that need not be kept any more on `today`, rising. `rows`: all
/// entries of each mark concerned, in any order.
[[nodiscard]] std::vector<std::uint64_t> entries_due(std::vector<MarkMade> rows, SchoolDay today);

}  // namespace handbell::reg
