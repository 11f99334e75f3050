// What a family told us of an absence or a late arrival before we had to ask (D04).
//
// Both moments are kept: when we were told, which decides, and when it was typed in, which is the
// entry's own. A message on the answerphone at 07:30 counts as 07:30 whoever types it later.
#pragma once

#include "app/register/mark_rule.h"
#include "app/register/presence_event.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

struct Notice {
  PupilId pupil;
  SessionId session;
  Code code;
  Instant told;       ///< when the family told us
  std::string words;  ///< who told us, and what: "mother, by telephone: dentist"
  Author by;          ///< who typed it in
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// A notice and the register's entry that keeps it.
struct NoticeGiven {
  std::uint64_t entry = 0;
  Instant typed;
  Notice what;
  std::optional<TakenBack> back = std::nullopt;  ///< an error, or no longer so
  friend bool operator==(const NoticeGiven&, const NoticeGiven&) = default;
};

/// Those that nobody took back, in their order.
[[nodiscard]] std::vector<NoticeGiven> standing(std::vector<NoticeGiven> notices);

/// Told before the register of that session closes; where no times are known, always.
[[nodiscard]] bool told_in_time(const Notice& notice, const School& school);

/// What the door judges by, from all that was told of one child's session, oldest first: the newest
/// code, in time if any that says it was. A second call after the close takes nothing from the
/// first. Nothing where nothing was told.
[[nodiscard]] std::optional<PlannedCode> plan_of(const std::vector<NoticeGiven>& notices,
                                                 const School& school);

/// The session may be one to come. Faults: told_later where `told` lies after `now`, and those of
/// may_enter() but day_to_come.
[[nodiscard]] Status may_note(const Notice& notice, const School& school,
                              const std::vector<Role>& roles, Instant now);

}  // namespace handbell::reg
