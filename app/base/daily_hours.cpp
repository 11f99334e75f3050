#include "app/base/daily_hours.h"

namespace handbell {

Result<DailyHours> DailyHours::parse(std::string_view text) {
  DailyHours hours;
  if (text.empty()) return hours;
  const auto dash = text.find('-');
  const auto from = TimeOfDay::parse(text.substr(0, dash));
  const auto to = TimeOfDay::parse(dash == std::string_view::npos ? "" : text.substr(dash + 1));
  if (!from || !to || *from == *to) return fail(FaultCode::bad_time, std::string(text));
  hours.span_ = {*from, *to};
  return hours;
}

bool DailyHours::contains(TimeOfDay time) const {
  if (!span_) return false;
  const bool after = span_->from <= time;
  const bool before = time < span_->to;
  return span_->from < span_->to ? after && before : after || before;
}

std::string DailyHours::text() const {
  return span_ ? span_->from.hh_mm() + "-" + span_->to.hh_mm() : "";
}

}  // namespace handbell
