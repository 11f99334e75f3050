#include "app/register/pattern.h"

namespace handbell::reg {

Result<AttendancePattern> AttendancePattern::parse(std::string_view text) {
  AttendancePattern pattern;
  if (text.empty()) return pattern;
  if (text.size() != pattern.expected_.size())
    return fail(FaultCode::bad_pattern, std::string(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '0' && text[i] != '1') return fail(FaultCode::bad_pattern, std::string(text));
    pattern.expected_[i] = text[i] == '1';
  }
  return pattern;
}

std::string AttendancePattern::text() const {
  std::string digits;
  for (std::size_t i = 0; i < expected_.size(); ++i) digits += expected_[i] ? '1' : '0';
  return digits;
}

bool AttendancePattern::expects(SessionId session) const {
  if (session.day.is_weekend()) return false;
  const auto day = static_cast<std::size_t>(session.day.weekday());
  return expected_[day * 2 + (session.half == Half::pm ? 1 : 0)];
}

}  // namespace handbell::reg
