// Words that the pages of absence share: days, timetables, who decided.
#pragma once

#include "app/office/web/visit.h"

#include <string>

namespace handbell::office {

[[nodiscard]] std::string short_day(SchoolDay day);  ///< "Mon 12 Jan"
/// "Mon 12 Jan", "Mon 12 Jan, morning", "Mon 12 Jan to Wed 14 Jan".
[[nodiscard]] std::string span_words(SessionId from, SessionId to);
[[nodiscard]] std::string moment_words(Instant at);  ///< "Mon 12 Jan 07:30"
/// "Mon, Tue am"; "every session".
[[nodiscard]] std::string timetable_words(const reg::AttendancePattern& pattern);
[[nodiscard]] bool may_write_absence(const Visitor& who);
/// "Amira Khan (Owls), Ben Ross (Owls)".
[[nodiscard]] std::string names_of(const reg::School& school, const std::vector<PupilId>& pupils);

}  // namespace handbell::office
