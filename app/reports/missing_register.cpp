#include "app/reports/missing_register.h"

#include "app/base/school_time.h"

#include <algorithm>
#include <map>

namespace handbell::reports {

namespace {

constexpr Millis kFirstAlert = minutes(20);  // before the close
constexpr Millis kSecondAlert = minutes(10);

/// The times of each class in which somebody is expected; of mixed year groups the later.
std::map<std::string, reg::Window> windows_of(const reg::School& school, SessionId session) {
  std::map<std::string, reg::Window> windows;
  for (const auto& pupil : school.pupils) {
    const auto day = school.calendar.state(session.day, text_of(pupil.group), pupil.class_name);
    const bool expected =
        day == reg::DayState::open && pupil.on_roll(session.day) && pupil.pattern.expects(session);
    const auto window = school.times.window(pupil.group, session);
    if (!expected || !window) continue;
    auto& held = windows.try_emplace(pupil.class_name, *window).first->second;
    if (held.taken_by < window->taken_by) held = *window;
  }
  return windows;
}

}  // namespace

std::vector<MissingRegister> missing_registers(const reg::School& school, SessionId session,
                                               const std::set<std::string>& sent, Instant now) {
  std::vector<MissingRegister> missing;
  for (const auto& [class_name, window] : windows_of(school, session)) {
    const Instant closes = from_local(session.day, window.closes);
    const Instant taken = from_local(session.day, window.taken_by);
    const Instant first = std::max(closes - kFirstAlert, taken);
    if (sent.contains(class_name) || now < first) continue;
    missing.push_back({class_name, first, std::max(closes - kSecondAlert, taken) <= now});
  }
  return missing;
}

}  // namespace handbell::reports
