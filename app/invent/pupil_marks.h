// One invented child's sessions of a school year, while they are being filled.
//
// Each begins as present. What fills a session says so, and never fills one twice; how much a child
// may miss, and how much of it without leave, is kept here, so that only those with a story become
// one.
#pragma once

#include "app/register/school.h"

#include <optional>
#include <vector>

namespace handbell::invent {

class PupilMarks {
 public:
  PupilMarks(const reg::PupilRecord& pupil, std::vector<SessionId> sessions);

  [[nodiscard]] const reg::PupilRecord& pupil() const { return *pupil_; }
  [[nodiscard]] const std::vector<SessionId>& sessions() const { return sessions_; }
  [[nodiscard]] int size() const { return static_cast<int>(sessions_.size()); }
  [[nodiscard]] reg::Code code(int at) const { return codes_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] std::optional<int> minutes(int at) const {
    return minutes_[static_cast<std::size_t>(at)];
  }
  [[nodiscard]] bool is_present(int at) const { return code(at).is_attending(); }
  /// The first session on or after the day; size() where there is none.
  [[nodiscard]] int first_from(SchoolDay day) const;

  [[nodiscard]] int absent() const { return absent_; }
  [[nodiscard]] int unauthorised() const { return unauthorised_; }

  /// In place of present: false, and nothing changed, where something else stands there already.
  bool put(int at, reg::Code code, std::optional<int> minutes = std::nullopt);
  /// Whole days from this one on, at most so many sessions in all; answers how many it filled.
  int put_days(SchoolDay from, int days, reg::Code code, int most);

  int most_absent = 0;     ///< what plans of absence stay below
  bool has_story = false;  ///< nothing by chance but illness and lateness

 private:
  const reg::PupilRecord* pupil_;
  std::vector<SessionId> sessions_;
  std::vector<reg::Code> codes_;
  std::vector<std::optional<int>> minutes_;
  int absent_ = 0;
  int unauthorised_ = 0;
};

}  // namespace handbell::invent
