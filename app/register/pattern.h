// Which sessions of a week a child is expected in (D20): full time, or the agreed part of it.
#pragma once

#include "app/base/session_id.h"

#include <bitset>
#include <string>
#include <string_view>

namespace handbell::reg {

class AttendancePattern {
 public:
  /// Full time.
  AttendancePattern() { expected_.set(); }
  /// Ten digits, 1 expected and 0 not, Monday morning to Friday afternoon; empty is full time.
  /// Fault: bad_pattern.
  [[nodiscard]] static Result<AttendancePattern> parse(std::string_view text);

  [[nodiscard]] std::string text() const;  ///< ten digits
  /// False at weekends.
  [[nodiscard]] bool expects(SessionId session) const;
  friend bool operator==(const AttendancePattern&, const AttendancePattern&) = default;

 private:
  std::bitset<10> expected_;
};

}  // namespace handbell::reg
