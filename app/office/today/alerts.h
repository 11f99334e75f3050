// What cannot wait: a child who should be elsewhere came (D06), one whom the class did not see or
// whose group left without him (D29), one whom the day's close put out, an evacuation, an adult who
// asks for a child and to whom nobody has answered, a child who was expected from an appointment
// half an hour ago, a child whom staff handed over at the door though the office knows better.
//
// Each is a question to what is known now; it goes away by itself when the child is found. "Seen
// to" takes it off the page at once, and keeps who answered for it and when.
#pragma once

#include "app/office/today/day_facts.h"
#include "app/office/today/today_view.h"
#include "app/register/presence.h"
#include "app/register/register_line.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct Alert {
  std::string key;               ///< within the day: "class-17-0845"
  std::optional<PupilId> pupil;  ///< none: about the whole school
  Instant at;
  std::string who;
  std::string what;
  std::string todo;
  std::string page;    ///< where it is done; may be empty
  bool lasts = false;  ///< it cannot be seen to: it ends where it is done (evacuation)
};

/// An adult at the door waits no longer for an answer than this.
inline constexpr Millis kLongestUnanswered = minutes(2);

/// All of today, seen to or not, the newest first. `lines`: of both sessions.
[[nodiscard]] std::vector<Alert> alerts_of(const DayFacts& facts, const reg::School& school,
                                           const std::vector<reg::RegisterLine>& lines,
                                           Instant now);

/// Those that wait, and those that were seen to, as the page says them.
void add_alerts(const DayFacts& facts, const reg::School& school,
                const std::vector<reg::RegisterLine>& lines, Instant now, TodayView& view);

/// Who asks at the door for a child, and what was answered so far.
void add_release_lines(const DayFacts& facts, const reg::School& school, Instant now,
                       TodayView& view);

}  // namespace handbell::office
