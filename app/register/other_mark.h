// A mark of the other register, where ours said something else when its file was imported (D50).
//
// It is evidence, like a card at the door: nothing of it enters the register by itself. It stands
// on the page of differences until the two agree, because a person amended ours, or because a later
// file of the other register says the same as ours.
#pragma once

#include "app/register/mark.h"
#include "app/register/year_line.h"

#include <optional>
#include <string>
#include <utility>

namespace handbell::reg {

struct OtherMark {
  PupilId pupil;
  SessionId session;
  Code code;
  std::optional<int> minutes_late;  ///< with L and U; 0 to 1439
  std::string file;                 ///< where it was read
  Instant at;                       ///< when it was imported
  Author by;                        ///< who imported it
  friend bool operator==(const OtherMark&, const OtherMark&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const OtherMark& mark);

/// Minutes contradict where both sides have them.
[[nodiscard]] bool agree(Code theirs, const std::optional<int>& minutes, const Standing& ours);

using PupilSession = std::pair<PupilId, SessionId>;

}  // namespace handbell::reg
