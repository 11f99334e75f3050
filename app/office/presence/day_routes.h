// What is asked of, and told about, a day's close and one child's day.
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Result<Answer> show_day_of_presence(const Visit& visit, store::Register& held);
/// "Was collected", for one child.
[[nodiscard]] Result<Answer> tell_collected(const Visit& visit, store::Register& held);
[[nodiscard]] Result<Answer> show_child_day(const Visit& visit, store::Register& held);
/// "Seen" or "Left", for one child.
[[nodiscard]] Result<Answer> tell_of_child(const Visit& visit, store::Register& held);

/// What was to be taken back is not: the page of the child again, with the reason as typed.
[[nodiscard]] Result<Answer> undo_refused(const Visit& visit, store::Register& held,
                                          const std::string& sentence);

/// The whole day: now, or the end of a day that is over.
[[nodiscard]] std::optional<TimeOfDay> end_unless_today(const Visit& visit, SchoolDay day);

}  // namespace handbell::office
