#include "app/reports/attendance_count.h"

#include "app/base/check.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace handbell::reports {

namespace {

// A session's cell as YearLine stores it: six bits of code (its row and one), ten of minutes.
constexpr unsigned kCodeBits = 6;
constexpr unsigned kNoMinutes = 1023;
constexpr std::size_t kCellValues = std::size_t{1} << kCodeBits;
constexpr std::int64_t kBytesADay = 4;

bool is_late(reg::Code code) {
  static const reg::Code kLateBefore = reg::code_of("L");
  static const reg::Code kLateAfter = reg::code_of("U");
  return code == kLateBefore || code == kLateAfter;
}

std::span<const std::uint8_t> cells_within(const reg::YearLine& line, const DateRange& range) {
  const auto cells = line.bytes();
  const std::int64_t first = reg::first_day_of(line.school_year()).number();
  const auto size = static_cast<std::int64_t>(cells.size());
  const auto place = [&](std::int64_t day) {
    return static_cast<std::size_t>(std::clamp((day - first) * kBytesADay, std::int64_t{0}, size));
  };
  const std::size_t begin = place(range.from().number());
  return cells.subspan(begin, place(std::int64_t{range.to().number()} + 1) - begin);
}

}  // namespace

void AttendanceCount::add(const reg::Standing& mark) {
  add(mark.code, 1, mark.minutes_late.value_or(0));
}

void AttendanceCount::add(reg::Code code, int sessions, std::int64_t minutes_late) {
  check(sessions >= 0 && minutes_late >= 0);
  put(code, sessions);
  if (is_late(code)) minutes_lost_ += minutes_late;
}

void AttendanceCount::add_pending(const reg::Standing& proposed,
                                  const std::optional<reg::Standing>& standing) {
  if (standing && !standing->code.gives_way()) return;
  if (standing) put(standing->code, -1);
  add(proposed);
  ++pending_;
}

void AttendanceCount::put(reg::Code code, int sessions) {
  by_row_.at(code.row()) += sessions;
  by_class_.at(static_cast<std::size_t>(code.code_class())) += sessions;
}

AttendanceCount& AttendanceCount::operator+=(const AttendanceCount& other) {
  for (std::size_t row = 0; row < kCodes; ++row) by_row_[row] += other.by_row_[row];
  for (std::size_t each = 0; each < kClasses; ++each) by_class_[each] += other.by_class_[each];
  minutes_lost_ += other.minutes_lost_;
  pending_ += other.pending_;
  return *this;
}

int AttendanceCount::marks() const { return std::accumulate(by_row_.begin(), by_row_.end(), 0); }

int AttendanceCount::attended() const {
  return of(reg::CodeClass::attending) + of(reg::CodeClass::approved_activity);
}

int AttendanceCount::late_before_close() const {
  static const reg::Code kLate = reg::code_of("L");
  return of(kLate);
}

int AttendanceCount::late_after_close() const {
  static const reg::Code kLate = reg::code_of("U");
  return of(kLate);
}

AttendanceCount count_line(const reg::YearLine& line, const DateRange& range) {
  std::array<int, kCellValues> sessions{};
  std::array<std::int64_t, kCellValues> minutes{};
  const auto cells = cells_within(line, range);
  for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
    const unsigned cell = cells[i] | static_cast<unsigned>(cells[i + 1]) << 8U;
    ++sessions[cell & (kCellValues - 1)];
    const unsigned late = cell >> kCodeBits;
    if (late != 0 && late != kNoMinutes) minutes[cell & (kCellValues - 1)] += late;
  }
  static const auto kAll = reg::Code::all();
  AttendanceCount count;
  for (const reg::Code code : kAll) {
    const std::size_t cell = code.row() + std::size_t{1};
    if (sessions.at(cell) > 0) count.add(code, sessions.at(cell), minutes.at(cell));
  }
  return count;
}

}  // namespace handbell::reports
