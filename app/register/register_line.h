// One child's session as the office sees it: what the door saw, and what stands in the register.
//
// Proposals are computed from the events each time they are asked for and never stored: whatever
// comes late, from whichever kiosk, the answer is the one that all the events together give (D28).
#pragma once

#include "app/register/mark.h"
#include "app/register/school.h"
#include "app/register/staff.h"

#include <optional>
#include <string_view>
#include <vector>

namespace handbell::reg {

enum class LineState : std::uint8_t {
  nothing_due,  ///< on time, or a code that stands
  pending,      ///< a proposal waits for a person
  accepted,     ///< a person's entry says the same, or settled it (settlement.h)
  conflict,     ///< door and entry differ: both stand until a person decides (D09)
};

[[nodiscard]] std::string_view text_of(LineState state);

struct RegisterLine {
  SessionArrival arrival;
  LineState state = LineState::nothing_due;
  std::optional<Mark> mark;  ///< the current one
};

/// The lines of one session. `marks`: the current marks of that session.
[[nodiscard]] std::vector<RegisterLine> register_lines(const std::vector<SeenEvent>& events,
                                                       const School& school,
                                                       const std::vector<Mark>& marks,
                                                       SessionId session);

/// The mark that a line is late with: L or U, proposed or entered; nothing where it is neither.
[[nodiscard]] std::optional<Code> late_code(const RegisterLine& line);

/// The entries that accepting makes: of one pupil, or of all that are pending. Conflicts are never
/// accepted in bulk, nor is a code that this person may not set on that day, by the staff list or
/// by the position (D52). Faults: nothing_to_accept, code_not_theirs where one pupil's was asked
/// for.
[[nodiscard]] Result<std::vector<MarkDraft>> acceptance(const std::vector<RegisterLine>& lines,
                                                        const std::vector<PupilId>& only,
                                                        const Author& by, const Staff& staff,
                                                        SchoolDay day);

}  // namespace handbell::reg
