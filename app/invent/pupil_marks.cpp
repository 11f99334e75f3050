#include "app/invent/pupil_marks.h"

#include <algorithm>

namespace handbell::invent {

PupilMarks::PupilMarks(const reg::PupilRecord& pupil, std::vector<SessionId> sessions)
    : pupil_(&pupil), sessions_(std::move(sessions)), minutes_(sessions_.size()) {
  static const reg::Code kMorning = reg::code_of("/");
  static const reg::Code kAfternoon = reg::code_of("\\");
  codes_.reserve(sessions_.size());
  for (const SessionId session : sessions_) {
    codes_.push_back(session.half == Half::am ? kMorning : kAfternoon);
  }
}

int PupilMarks::first_from(SchoolDay day) const {
  const auto found = std::lower_bound(sessions_.begin(), sessions_.end(), SessionId{day, Half::am});
  return static_cast<int>(found - sessions_.begin());
}

bool PupilMarks::put(int at, reg::Code code, std::optional<int> minutes) {
  const auto place = static_cast<std::size_t>(at);
  static const reg::Code kLate = reg::code_of("L");
  if (!is_present(at) || codes_[place] == kLate) return false;
  codes_[place] = code;
  minutes_[place] = minutes;
  if (code.is_possible() && !code.is_attended()) ++absent_;
  if (code.counts_for_penalty()) ++unauthorised_;
  return true;
}

int PupilMarks::put_days(SchoolDay from, int days, reg::Code code, int most) {
  int filled = 0;
  int left = days;
  SchoolDay day = from.plus(-1);
  for (int at = first_from(from); at < size(); ++at) {
    const SessionId session = sessions_[static_cast<std::size_t>(at)];
    if (session.day != day && left-- == 0) break;
    day = session.day;
    if (filled < most && put(at, code)) ++filled;
  }
  return filled;
}

}  // namespace handbell::invent
