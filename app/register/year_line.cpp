#include "app/register/year_line.h"

#include "app/base/check.h"

namespace handbell::reg {

namespace {

constexpr int kFirstMonth = 9;
constexpr int kDaysUntilNewYear = 121;                          // from 1 September to 31 December
constexpr std::size_t kLongestYear = std::size_t{366} * 2 * 2;  // bytes
constexpr unsigned kCodeBits = 6;
constexpr unsigned kNoMinutes = 1023;
constexpr int kMostMinutes = 1022;

}  // namespace

int school_year_of(SchoolDay day) {
  return day.month() >= kFirstMonth ? day.year() : day.year() - 1;
}

SchoolDay first_day_of(int school_year) {
  const auto day = SchoolDay::from_parts(school_year, kFirstMonth, 1);
  check(day.has_value());
  return *day;
}

SchoolDay last_day_of(int school_year) {
  const auto day = SchoolDay::from_parts(school_year + 1, kFirstMonth - 1, 31);
  // The last year ends with the last day there is.
  return day ? *day : first_day_of(school_year).plus(kDaysUntilNewYear);
}

Result<YearLine> YearLine::from_bytes(PupilId pupil, int school_year,
                                      std::span<const std::uint8_t> bytes) {
  YearLine line(pupil, school_year);
  const auto garbled = [&] {
    return fail(FaultCode::entry_garbled, "the year " + std::to_string(school_year) + " of pupil " +
                                              std::to_string(pupil.number()));
  };
  if (bytes.size() % kBytesEach != 0 || bytes.size() > kLongestYear) return garbled();
  line.cells_.assign(bytes.begin(), bytes.end());
  static const std::size_t kCodes = Code::all().size();
  for (std::size_t place = 0; place < bytes.size(); place += kBytesEach) {
    const bool empty = bytes[place] == 0 && bytes[place + 1] == 0;
    const std::size_t code = bytes[place] & ((1U << kCodeBits) - 1);  // its row and one
    if (!empty && (code == 0 || code > kCodes)) return garbled();
  }
  return line;
}

std::optional<std::size_t> YearLine::place_of(SessionId session) const {
  if (school_year_of(session.day) != year_) return std::nullopt;
  const auto days = static_cast<std::size_t>(session.day.number() - first_day_of(year_).number());
  return (days * 2 + static_cast<std::size_t>(session.half)) * kBytesEach;
}

std::optional<Standing> YearLine::standing_at(std::size_t place) const {
  const unsigned cell = cells_[place] | static_cast<unsigned>(cells_[place + 1]) << 8U;
  if (cell == 0) return std::nullopt;
  const auto code = Code::from_row(static_cast<std::uint8_t>((cell & ((1U << kCodeBits) - 1)) - 1));
  if (!code) return std::nullopt;
  const unsigned minutes = cell >> kCodeBits;
  if (minutes == kNoMinutes) return Standing{*code, std::nullopt};
  return Standing{*code, static_cast<int>(minutes)};
}

std::optional<Standing> YearLine::at(SessionId session) const {
  const auto place = place_of(session);
  if (!place || *place + kBytesEach > cells_.size()) return std::nullopt;
  return standing_at(*place);
}

void YearLine::set(SessionId session, const Standing& standing) {
  const auto place = place_of(session);
  check(place.has_value());
  if (cells_.size() < *place + kBytesEach) cells_.resize(*place + kBytesEach);
  const unsigned minutes =
      standing.minutes_late
          ? static_cast<unsigned>(std::clamp(*standing.minutes_late, 0, kMostMinutes))
          : kNoMinutes;
  const unsigned cell = minutes << kCodeBits | (standing.code.row() + 1U);
  cells_[*place] = static_cast<std::uint8_t>(cell & 0xFFU);
  cells_[*place + 1] = static_cast<std::uint8_t>(cell >> 8U);
}

void YearLine::clear(SessionId session) {
  const auto place = place_of(session);
  if (!place || *place + kBytesEach > cells_.size()) return;
  cells_[*place] = 0;
  cells_[*place + 1] = 0;
  while (!cells_.empty() && cells_[cells_.size() - 1] == 0 && cells_[cells_.size() - 2] == 0) {
    cells_.resize(cells_.size() - kBytesEach);
  }
}

}  // namespace handbell::reg
