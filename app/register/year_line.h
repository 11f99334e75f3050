// One pupil's school year as the register stands: the current mark of each session, and nothing
// about how it came to be.
//
// The figures are counted from these lines. One line is under two kilobytes, so a school of a
// thousand pupils is read for six years in one go. The school year runs from 1 September to 31
// August (D43).
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/session_id.h"
#include "app/register/code.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace handbell::reg {

/// The school year in which a day lies, by the calendar year of its September: 2025 for 2025/26.
[[nodiscard]] int school_year_of(SchoolDay day);
[[nodiscard]] SchoolDay first_day_of(int school_year);  ///< 1 September
[[nodiscard]] SchoolDay last_day_of(int school_year);   ///< 31 August

/// What stands in one session.
struct Standing {
  Code code;
  std::optional<int> minutes_late;  ///< 0 to 1022, with L and U; longer is kept as 1022
  friend bool operator==(const Standing&, const Standing&) = default;
};

class YearLine {
 public:
  YearLine(PupilId pupil, int school_year) : pupil_(pupil), year_(school_year) {}
  /// As it is stored: two bytes a session, little-endian (assets/docs/formats.md). Shorter than a
  /// whole year: the rest has no marks. Fault: entry_garbled, naming pupil and year.
  [[nodiscard]] static Result<YearLine> from_bytes(PupilId pupil, int school_year,
                                                   std::span<const std::uint8_t> bytes);

  [[nodiscard]] PupilId pupil() const { return pupil_; }
  [[nodiscard]] int school_year() const { return year_; }
  /// Nothing where no mark stands, or the session lies in another year.
  [[nodiscard]] std::optional<Standing> at(SessionId session) const;
  /// Invariant: the session lies in this year.
  void set(SessionId session, const Standing& standing);
  /// No mark stands there any more.
  void clear(SessionId session);
  [[nodiscard]] bool is_empty() const { return cells_.empty(); }
  /// Without the sessions after the last mark.
  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return cells_; }

  /// Calls `visit(SessionId, Standing)` for each mark from `from` to `to` (both included), in
  /// order.
  template <class Visit>
  void each(SchoolDay from, SchoolDay to, Visit visit) const;

  friend bool operator==(const YearLine&, const YearLine&) = default;

 private:
  static constexpr std::size_t kBytesEach = 2;

  PupilId pupil_;
  int year_;
  /// Where a session's two bytes begin; nothing in another year.
  [[nodiscard]] std::optional<std::size_t> place_of(SessionId session) const;
  [[nodiscard]] std::optional<Standing> standing_at(std::size_t place) const;

  std::vector<std::uint8_t> cells_;
};

template <class Visit>
void YearLine::each(SchoolDay from, SchoolDay to, Visit visit) const {
  const SchoolDay first = std::max(from, first_day_of(year_));
  const SchoolDay last = std::min(to, last_day_of(year_));
  if (last < first) return;
  const SchoolDay begins = first_day_of(year_);
  const std::size_t end = std::min(*place_of({last, Half::pm}) + kBytesEach, cells_.size());
  for (std::size_t place = *place_of({first, Half::am}); place < end; place += kBytesEach) {
    if (cells_[place] == 0 && cells_[place + 1] == 0) continue;
    const auto standing = standing_at(place);
    if (!standing) continue;
    const auto number = static_cast<int>(place / kBytesEach);
    visit(SessionId{begins.plus(number / 2), number % 2 == 0 ? Half::am : Half::pm}, *standing);
  }
}

}  // namespace handbell::reg
