// Hours that come back every day, as a school writes them: "18:00-06:30", over midnight too.
#pragma once

#include "app/base/time_of_day.h"

#include <optional>

namespace handbell {

class DailyHours {
 public:
  /// Never.
  DailyHours() = default;
  /// "HH:MM-HH:MM", or nothing for never. Fault: bad_time.
  [[nodiscard]] static Result<DailyHours> parse(std::string_view text);

  /// From the first minute on, and no longer in the last.
  [[nodiscard]] bool contains(TimeOfDay time) const;
  [[nodiscard]] std::string text() const;
  friend bool operator==(const DailyHours&, const DailyHours&) = default;

 private:
  struct Span {
    TimeOfDay from;
    TimeOfDay to;
    friend bool operator==(const Span&, const Span&) = default;
  };
  std::optional<Span> span_;
};

}  // namespace handbell
